/**
 * The results as data, and everything derived from them: summaries, tables, CSV and the report. No class of this
 * package starts a process.
 *
 * <p>Read {@link quartet.harness.report.Results}, {@link quartet.harness.report.Summaries}, {@link
 * quartet.harness.report.Tables}, {@link quartet.harness.report.ResultFiles}. The package has more than 20 classes because
 * results and statistics refer to each other.
 */
@NullMarked
package quartet.harness.report;

import org.jspecify.annotations.NullMarked;
