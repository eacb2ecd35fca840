package quartet.scratch.kernel.textbook;

import quartet.scratch.tensor.Tensor;

/**
 * The dimensions of a convolution of stride 1, and the index of each element.
 * <pre>{@code
 * x [images, height, width, in]    w [out, in, kernelHeight, kernelWidth]    y [images, rows, columns, out]
 * }</pre>
 *
 * @param top rows of zeros above an image
 * @param left columns of zeros to its left
 */
public record ConvolutionShape(
        int images,
        int height,
        int width,
        int in,
        int kernelHeight,
        int kernelWidth,
        int rows,
        int columns,
        int out,
        int top,
        int left) {

    /** Returns the dimensions of {@code y = w * x}; gradients have the shapes of their tensors. */
    public static ConvolutionShape of(Tensor x, Tensor w, Tensor y, int top, int left) {
        return new ConvolutionShape(
                x.dimension(0),
                x.dimension(1),
                x.dimension(2),
                x.dimension(3),
                w.dimension(2),
                w.dimension(3),
                y.dimension(1),
                y.dimension(2),
                w.dimension(0),
                top,
                left);
    }

    /** Returns whether output pixel (i, j) reads a pixel of the image under weight (u, v), not a zero of the border. */
    boolean isInside(int i, int j, int u, int v) {
        int row = i + u - top;
        int column = j + v - left;
        return row >= 0 && row < height && column >= 0 && column < width;
    }

    /** Returns the index in x of the number that output pixel (i, j) reads under weight (u, v). */
    public int x(int n, int i, int j, int c, int u, int v) {
        return ((n * height + i + u - top) * width + j + v - left) * in + c;
    }

    /** Returns the index in w of a weight. */
    public int w(int o, int c, int u, int v) {
        return ((o * in + c) * kernelHeight + u) * kernelWidth + v;
    }

    /** Returns the index in y of an output. */
    public int y(int n, int i, int j, int o) {
        return ((n * rows + i) * columns + j) * out + o;
    }
}
