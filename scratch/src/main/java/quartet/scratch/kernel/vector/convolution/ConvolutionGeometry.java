package quartet.scratch.kernel.vector.convolution;

import quartet.scratch.kernel.Pooled;
import quartet.scratch.tensor.Tensor;

/**
 * The sizes of a convolution of stride 1: images [n, height, width, inputs] to [n, rows, columns, outputs].
 *
 * @param top rows of zeros above an image
 * @param left columns of zeros to its left
 */
public record ConvolutionGeometry(
        int height,
        int width,
        int inputs,
        int rows,
        int columns,
        int outputs,
        int kernelHeight,
        int kernelWidth,
        int top,
        int left) {

    /**
     * Returns the sizes of {@code y = w * x}: x [n, height, width, inputs], w [outputs, inputs, kh, kw], y [n, rows,
     * columns, outputs].
     */
    public static ConvolutionGeometry of(Tensor x, Tensor w, Tensor y, int top, int left) {
        return of(x, w, y.dimension(1), y.dimension(2), top, left);
    }

    /** Returns the sizes of a convolution that is fused with pooling. */
    public static ConvolutionGeometry of(Tensor x, Tensor w, Pooled pooled, int top, int left) {
        return of(x, w, pooled.rows(), pooled.columns(), top, left);
    }

    private static ConvolutionGeometry of(Tensor x, Tensor w, int rows, int columns, int top, int left) {
        return new ConvolutionGeometry(
                x.dimension(1),
                x.dimension(2),
                x.dimension(3),
                rows,
                columns,
                w.dimension(0),
                w.dimension(2),
                w.dimension(3),
                top,
                left);
    }

    /** Returns the convolution with flipped kernels that takes the output gradient to the input gradient. */
    ConvolutionGeometry ofInputGradient() {
        return new ConvolutionGeometry(
                /* height= */ rows,
                /* width= */ columns,
                /* inputs= */ outputs,
                /* rows= */ height,
                /* columns= */ width,
                /* outputs= */ inputs,
                kernelHeight,
                kernelWidth,
                kernelHeight - 1 - top,
                kernelWidth - 1 - left);
    }

    /** Returns the weights of one output channel: the terms of each sum. */
    int taps() {
        return inputs * kernelHeight * kernelWidth;
    }

    /**
     * Returns the number of pixels in a row of the padded image. The zeros to the right of a row are those to the left
     * of the next one.
     */
    int paddedWidth() {
        return Math.max(columns + kernelWidth - 1 - left, left + width);
    }

    /** Returns the number of pixels of the padded image, including all zeros around it. */
    int paddedSize() {
        int paddedHeight = Math.max(rows + kernelHeight - 1, top + height);
        return paddedWidth() * paddedHeight + kernelWidth;
    }

    /** Returns the number of output pixels of one image. */
    int positions() {
        return rows * columns;
    }

    /** Returns the count of numbers in one input image. */
    public int imageSize() {
        return height * width * inputs;
    }

    /** Returns the count of numbers in one output image. */
    public int resultSize() {
        return rows * columns * outputs;
    }

    /** Returns the number of multiplications for one image. */
    long work() {
        return (long) taps() * resultSize();
    }

    /**
     * The part of an image that the kernel covers.
     *
     * @param from the first pixel in the image
     * @param to the same pixel in the padded image
     */
    record Visible(int from, int to, int rows, int columns) {}

    /** Returns the visible part: all of the image, unless the padding is negative. */
    Visible visible() {
        int firstRow = Math.max(0, -top);
        int firstColumn = Math.max(0, -left);
        int lastRow = Math.min(height, rows + kernelHeight - 1 - top);
        int lastColumn = Math.min(width, columns + kernelWidth - 1 - left);
        return new Visible(
                firstRow * width + firstColumn,
                (firstRow + top) * paddedWidth() + firstColumn + left,
                lastRow - firstRow,
                lastColumn - firstColumn);
    }
}
