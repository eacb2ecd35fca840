/**
 * Checks that an engine computes the specified results, by comparison with a float64 reference.
 *
 * <p>Read {@link quartet.harness.parity.ParityCheck}, then {@link quartet.harness.parity.GradientJudge} and {@link
 * quartet.harness.parity.Rounding}. No class of this package starts a process.
 */
@NullMarked
package quartet.harness.parity;

import org.jspecify.annotations.NullMarked;
