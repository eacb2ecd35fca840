/**
 * The check that an engine computes what the specification says, against a float64 reference.
 *
 * <p>Read {@link quartet.harness.parity.ParityCheck}, then {@link quartet.harness.parity.GradientJudge} and {@link
 * quartet.harness.parity.Rounding}. Nothing here starts a process.
 */
@NullMarked
package quartet.harness.parity;

import org.jspecify.annotations.NullMarked;
