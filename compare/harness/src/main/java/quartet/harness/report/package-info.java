/**
 * Writes results as text: tables, CSV, the report in Markdown and the marked sections of README. No class of this package
 * starts a process.
 *
 * <p>Read {@link quartet.harness.report.Tables}, {@link quartet.harness.report.Report}, {@link
 * quartet.harness.report.ResultFiles}.
 */
@NullMarked
package quartet.harness.report;

import org.jspecify.annotations.NullMarked;
