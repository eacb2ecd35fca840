/**
 * How to make a function small.
 *
 * <p>For networks read {@link quartet.scratch.optim.Optimizer}, then each as a small change of the one before: {@link
 * quartet.scratch.optim.StochasticGradientDescent}, {@link quartet.scratch.optim.Momentum}, {@link
 * quartet.scratch.optim.Nesterov}; {@link quartet.scratch.optim.AdaGrad}, {@link quartet.scratch.optim.RmsProp}, {@link
 * quartet.scratch.optim.AdaDelta}; {@link quartet.scratch.optim.Adam}, {@link quartet.scratch.optim.AmsGrad}, {@link
 * quartet.scratch.optim.Nadam}, {@link quartet.scratch.optim.AdamW}, {@link quartet.scratch.optim.Lion}. Around them
 * stand {@link quartet.scratch.optim.Schedules} and {@link quartet.scratch.optim.Clipping}.
 *
 * <p>For a function of an array read {@link quartet.scratch.optim.Objective}, {@link
 * quartet.scratch.optim.GradientDescent}, {@link quartet.scratch.optim.NewtonMethod} and {@link
 * quartet.scratch.optim.Lbfgs}.
 */
@NullMarked
package quartet.scratch.optim;

import org.jspecify.annotations.NullMarked;
