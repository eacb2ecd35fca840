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

    int planeWidth() {
        return columns + kernelWidth - 1;
    }

    int planeSize() {
        return planeWidth() * (rows + kernelHeight - 1);
    }

    /** Positions of the window, those that are left out included. */
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
    void tapTable(int[] table) {
        for (int tap = 0; tap < taps(); tap++) {
            int channel = tap / (kernelHeight * kernelWidth);
            int u = tap / kernelWidth % kernelHeight;
            int v = tap % kernelWidth;
            table[tap] = channel * planeSize() + u * planeWidth() + v;
        }
    }

    /** Copies one image of a batch into planes whose border is zero already. */
    void toPlanes(float[] x, int image, float[] planes) {
        int planeWidth = planeWidth();
        int firstRow = Math.max(0, -top);
        int lastRow = Math.min(height, rows + kernelHeight - 1 - top);
        int firstColumn = Math.max(0, -left);
        int count = Math.min(width, planeWidth - left) - firstColumn;
        for (int c = 0; c < inputs && count > 0; c++) {
            int plane = c * planeSize() + left + firstColumn;
            int from = image * imageSize() + c * height * width + firstColumn;
            for (int i = firstRow; i < lastRow; i++) {
                System.arraycopy(x, from + i * width, planes, plane + (i + top) * planeWidth, count);
            }
        }
    }
}
