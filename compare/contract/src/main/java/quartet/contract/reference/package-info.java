/**
 * The float64 reference: the specified networks in plain loops, with their gradients and one step of Adam.
 *
 * <p>This code is not optimized, and no engine uses it. Read {@link quartet.contract.reference.ReferenceNetwork}
 * first, then its layers: {@link quartet.contract.reference.Affine}, {@link quartet.contract.reference.Convolution},
 * {@link quartet.contract.reference.MaxPooling}, {@link quartet.contract.reference.Rectifier} and {@link
 * quartet.contract.reference.MeanEmbedding}. {@link quartet.contract.reference.NearTie} describes the decisions that
 * float32 cannot make reliably.
 */
@NullMarked
package quartet.contract.reference;

import org.jspecify.annotations.NullMarked;
