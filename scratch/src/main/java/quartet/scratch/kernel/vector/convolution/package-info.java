/**
 * Convolution of stride 1 and its gradients, by implicit im2col and by Winograd's method.
 *
 * <p>Read {@link quartet.scratch.kernel.vector.convolution.Convolutions} first, then {@link
 * quartet.scratch.kernel.vector.convolution.DirectConvolution} and {@link
 * quartet.scratch.kernel.vector.convolution.DirectWeightGradients}. {@link
 * quartet.scratch.kernel.vector.convolution.WinogradConvolution} and {@link
 * quartet.scratch.kernel.vector.convolution.WideWeightGradients} compute the same results faster for suitable shapes.
 * {@link quartet.scratch.kernel.vector.convolution.SparseWeightGradients} and {@link
 * quartet.scratch.kernel.vector.convolution.SparseInputGradient} omit the zeros that max pooling leaves in a gradient.
 *
 * <p>Nearest notebook: scratch/notebooks/29-fast-kernels.ipynb
 */
@NullMarked
package quartet.scratch.kernel.vector.convolution;

import org.jspecify.annotations.NullMarked;
