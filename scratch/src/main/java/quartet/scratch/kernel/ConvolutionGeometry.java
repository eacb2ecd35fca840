package quartet.scratch.kernel;

import quartet.scratch.tensor.Tensor;

/**
 * The sizes of a convolution: images [n, inputs, height, width] to [n, outputs, rows, columns].
 *
 * @param top zeros above an image
 * @param left zeros to its left
 */
record ConvolutionGeometry(
        int inputs,
        int height,
        int width,
        int outputs,
        int rows,
        int columns,
        int kernelHeight,
        int kernelWidth,
        int top,
        int left) {

    static ConvolutionGeometry of(Tensor x, Tensor w, Tensor y, int top, int left) {
        return new ConvolutionGeometry(
                x.dimension(1),
                x.dimension(2),
                x.dimension(3),
                y.dimension(1),
                y.dimension(2),
                y.dimension(3),
                w.dimension(2),
                w.dimension(3),
                top,
                left);
    }

    /** The convolution that takes the output's gradient to the input's. */
    ConvolutionGeometry mirrored() {
        return new ConvolutionGeometry(
                outputs,
                rows,
                columns,
                inputs,
                height,
                width,
                kernelHeight,
                kernelWidth,
                kernelHeight - 1 - top,
                kernelWidth - 1 - left);
    }

    int taps() {
        return inputs * kernelHeight * kernelWidth;
    }

    /** The distance of a plane's rows. The zeros to the right of one row are those to the left of the next one. */
    int planeWidth() {
        return Math.max(columns + kernelWidth - 1 - left, left + width);
    }

    /** The distance, in rows, of images that stand one below another. They share the zeros between them, too. */
    int planeHeight() {
        return Math.max(rows + kernelHeight - 1 - top, top + height);
    }

    /** The numbers in a plane of so many images, with all zeros around them. */
    int planeSize(int images) {
        return planeWidth() * (images * planeHeight() + kernelHeight) + kernelWidth;
    }

    /** Positions of the window in one image, those that are left out included. */
    int positions() {
        return rows * planeWidth();
    }

    int imageSize() {
        return inputs * height * width;
    }

    int resultSize() {
        return outputs * rows * columns;
    }

    /** Multiplications for one image. */
    long work() {
        return (long) taps() * resultSize();
    }

    /** Where the plane of each weight (c, u, v) begins. */
    void tapTable(int[] table, int planeSize) {
        for (int tap = 0; tap < taps(); tap++) {
            int channel = tap / (kernelHeight * kernelWidth);
            int u = tap / kernelWidth % kernelHeight;
            int v = tap % kernelWidth;
            table[tap] = channel * planeSize + u * planeWidth() + v;
        }
    }

    /**
     * Copies one image of a batch into planes whose border is zero already.
     *
     * @param position which of the images in the planes it becomes
     */
    void toPlanes(float[] x, int image, float[] planes, int planeSize, int position) {
        int firstRow = Math.max(0, -top);
        int firstColumn = Math.max(0, -left);
        int lastRow = Math.min(height, rows + kernelHeight - 1 - top);
        int lastColumn = Math.min(width, columns + kernelWidth - 1 - left);
        int from = image * imageSize() + firstRow * width + firstColumn;
        int to = (position * planeHeight() + firstRow + top) * planeWidth() + firstColumn + left;
        for (int c = 0; c < inputs; c++) {
            Rectangles.copy(
                    x,
                    from + c * height * width,
                    width,
                    planes,
                    to + c * planeSize,
                    planeWidth(),
                    lastRow - firstRow,
                    lastColumn - firstColumn);
        }
    }
}
