/**
 * The interface that every implementation provides.
 *
 * <p>Read {@link quartet.contract.Engine} and {@link quartet.contract.Learner} first; then the networks ({@link
 * quartet.contract.ModelSpec} with {@link quartet.contract.MlpSpec}, {@link quartet.contract.CnnSpec}, {@link
 * quartet.contract.TextSpec}), the optimizer ({@link quartet.contract.TrainingSpec}) and the numbers that engines
 * exchange with their callers ({@link quartet.contract.Batch}, {@link quartet.contract.Tensor}, {@link
 * quartet.contract.Weights}). This package depends on {@link quartet.datasets} alone.
 */
@NullMarked
package quartet.contract;

import org.jspecify.annotations.NullMarked;
