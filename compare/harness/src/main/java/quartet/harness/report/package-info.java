/**
 * Results as data, and everything that is derived from them alone: summaries, tables, CSV and the report. Nothing here
 * starts a process.
 *
 * <p>Read {@link quartet.harness.report.Results}, {@link quartet.harness.report.Summaries}, {@link
 * quartet.harness.report.Tables}, {@link quartet.harness.report.ResultFiles}. The package has more than 20 classes because
 * results and statistics refer to each other.
 */
@NullMarked
package quartet.harness.report;

import org.jspecify.annotations.NullMarked;
