/**
 * Optimizers of network parameters.
 *
 * <p>Read {@link Optimizer} first. Each of the following classes changes the recurrence of an earlier one:
 * <ol>
 *   <li>{@link StochasticGradientDescent}, {@link Momentum} and {@link Nesterov}.
 *   <li>Step sizes that adapt to each element: {@link AdaGrad}, {@link RmsProp} and {@link AdaDelta}.
 *   <li>Both ideas together: {@link Adam}, {@link AmsGrad}, {@link Nadam} and {@link AdamW}; {@link Lion} uses only
 *       the sign.
 *   <li>{@link Schedules} of the learning rate, and {@link Clipping} of gradients.
 * </ol>
 *
 * <p>Minimization of a function of an array is in {@link quartet.scratch.calculus.minimization}.
 *
 * <p>Notebook: scratch/notebooks/20-gradient-descent.ipynb
 */
@NullMarked
package quartet.scratch.optim;

import org.jspecify.annotations.NullMarked;
