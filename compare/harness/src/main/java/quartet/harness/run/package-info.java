/**
 * Runs a comparison: prepares the data, checks parity, and measures baselines and rounds.
 *
 * <p>Read {@link quartet.harness.run.Comparison}, {@link quartet.harness.run.ParityRun}, {@link
 * quartet.harness.run.TimedRun}. Workers, output folder and progress are passed in, so that a comparison can be
 * tested in one process.
 */
@NullMarked
package quartet.harness.run;

import org.jspecify.annotations.NullMarked;
