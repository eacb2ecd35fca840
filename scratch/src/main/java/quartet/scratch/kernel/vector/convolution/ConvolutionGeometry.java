package quartet.scratch.kernel.vector.convolution;

import quartet.scratch.tensor.Tensor;

/**
 * The sizes of a convolution: images [n, height, width, inputs] to [n, rows, columns, outputs].
 *
 * @param top zeros above an image
 * @param left zeros to its left
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

    public static ConvolutionGeometry of(Tensor x, Tensor w, Tensor y, int top, int left) {
        return of(x, w, y.dimension(1), y.dimension(2), top, left);
    }

    public static ConvolutionGeometry of(Tensor x, Tensor w, int rows, int columns, int top, int left) {
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

    /** The convolution that takes the output's gradient to the input's. */
    public ConvolutionGeometry mirrored() {
        return new ConvolutionGeometry(
                rows,
                columns,
                outputs,
                height,
                width,
                inputs,
                kernelHeight,
                kernelWidth,
                kernelHeight - 1 - top,
                kernelWidth - 1 - left);
    }

    /** The number of weights of one output. */
    public int taps() {
        return inputs * kernelHeight * kernelWidth;
    }

    /** The pixels in a row of a plane. The zeros to the right of one row are those to the left of the next one. */
    public int planeWidth() {
        return Math.max(columns + kernelWidth - 1 - left, left + width);
    }

    /** The pixels of a plane, with all zeros around the image. */
    public int planeSize() {
        int planeHeight = Math.max(rows + kernelHeight - 1, top + height);
        return planeWidth() * planeHeight + kernelWidth;
    }

    /** Positions of the window in one image. */
    public int positions() {
        return rows * columns;
    }

    public int imageSize() {
        return height * width * inputs;
    }

    public int resultSize() {
        return rows * columns * outputs;
    }

    /** Multiplications for one image. */
    public long work() {
        return (long) taps() * resultSize();
    }

    /** The part of an image that windows see: where its rows begin in the image and in a plane, in pixels. */
    public record Visible(int from, int to, int rows, int columns) {}

    /** All of the image, unless its padding is negative. */
    public Visible visible() {
        int firstRow = Math.max(0, -top);
        int firstColumn = Math.max(0, -left);
        int lastRow = Math.min(height, rows + kernelHeight - 1 - top);
        int lastColumn = Math.min(width, columns + kernelWidth - 1 - left);
        return new Visible(
                firstRow * width + firstColumn,
                (firstRow + top) * planeWidth() + firstColumn + left,
                lastRow - firstRow,
                lastColumn - firstColumn);
    }
}
