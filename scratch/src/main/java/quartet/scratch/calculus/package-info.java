/**
 * Calculus as code: derivatives, integrals, series, roots. Each class is one idea with its formula and source.
 *
 * <p>Read in this order:
 *
 * <ol>
 *   <li>Derivatives by differences: {@link quartet.scratch.calculus.FiniteDifferences}, then
 *       {@link quartet.scratch.calculus.RiddersDerivative}, which knows its own error.
 *   <li>Exact derivatives, forward mode: {@link quartet.scratch.calculus.Dual},
 *       {@link quartet.scratch.calculus.ForwardMode}, and for second derivatives
 *       {@link quartet.scratch.calculus.HyperDual}.
 *   <li>Exact derivatives, reverse mode, which trains networks: {@link quartet.scratch.calculus.Tape} with its
 *       {@link quartet.scratch.calculus.Variable}, {@link quartet.scratch.calculus.ReverseMode}, then matrices:
 *       {@link quartet.scratch.calculus.MatrixTape} and {@link quartet.scratch.calculus.MatrixVariable}.
 *   <li>Series: {@link quartet.scratch.calculus.PowerSeries} and {@link quartet.scratch.calculus.TaylorExpansion}.
 *   <li>Integrals: {@link quartet.scratch.calculus.TrapezoidRule}, {@link quartet.scratch.calculus.SimpsonRule},
 *       {@link quartet.scratch.calculus.GaussKronrod}, {@link quartet.scratch.calculus.ImproperIntegral},
 *       {@link quartet.scratch.calculus.MonteCarlo}.
 *   <li>Roots: {@link quartet.scratch.calculus.Bisection}, {@link quartet.scratch.calculus.Newton},
 *       {@link quartet.scratch.calculus.Secant}, {@link quartet.scratch.calculus.Brent}.
 *   <li>Steps of an optimizer: {@link quartet.scratch.calculus.ArmijoLineSearch},
 *       {@link quartet.scratch.calculus.WolfeLineSearch}.
 * </ol>
 *
 * <p>All numbers are double precision. A NaN, an empty point or a parameter out of range is answered with an
 * IllegalArgumentException that says what was expected and what came.
 */
@NullMarked
package quartet.scratch.calculus;

import org.jspecify.annotations.NullMarked;
