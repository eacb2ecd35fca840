package quartet.scratch.kernel.vector.streaming;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.roundUp;

import java.util.Arrays;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.vector.runtime.WorkPartitioner;
import quartet.scratch.tensor.Tensor;

/**
 * Maximum pooling and its gradient: images [n, height, width, channels] to [n, rows, columns, channels]. For the meaning
 * see {@link quartet.scratch.kernel.Kernels#maxPool}.
 *
 * <p>Windows of 2 x 2 are by far the most frequent, and {@link Pooling2x2} computes them with vectors of channels; all
 * others are computed by plain loops.
 *
 * @param rectified whether ReLU follows
 */
public record MaxPooling(
        int images,
        int height,
        int width,
        int channels,
        int rows,
        int columns,
        int window,
        int stride,
        boolean rectified) {

    /** Returns the pooling of x [n, height, width, channels] to y [n, rows, columns, channels]. */
    public static MaxPooling of(Tensor x, int window, int stride, Activation activation, Tensor y) {
        return new MaxPooling(
                y.dimension(0),
                x.dimension(1),
                x.dimension(2),
                x.dimension(3),
                y.dimension(1),
                y.dimension(2),
                window,
                stride,
                activation == Activation.RELU);
    }

    /** Returns the count of numbers in one input image. */
    private int inputSize() {
        return height * width * channels;
    }

    /** Returns the count of numbers in one output image. */
    private int outputSize() {
        return rows * columns * channels;
    }

    /** Returns the least output. */
    private float floor() {
        return rectified ? 0 : Float.NEGATIVE_INFINITY;
    }

    /** Returns the largest output that passes no gradient. Without ReLU it is NaN, so all comparisons with it fail. */
    private float gradientThreshold() {
        return rectified ? 0 : Float.NaN;
    }

    /** Pools all images of a batch. */
    public void forward(WorkPartitioner partitioner, float[] x, float[] y, int[] argmax) {
        partitioner.run(images, (long) images * inputSize(), WorkPartitioner.MIN_ELEMENTS, (from, to) -> {
            for (int image = from; image < to; image++) {
                forward(x, image * inputSize(), y, image, argmax, to);
            }
        });
    }

    /**
     * Pools one image of a batch.
     *
     * @param at the index in x at which it begins; x may be the batch or a buffer
     * @param to the image after the last one that this thread writes
     */
    public void forward(float[] x, int at, float[] y, int image, int[] argmax, int to) {
        int shift = image * inputSize() - at;
        for (int row = 0; row < rows; row++) {
            int corner = at + row * stride * width * channels;
            int result = image * outputSize() + row * columns * channels;
            boolean vectors = window == 2
                    && stride == 2
                    && Pooling2x2.FORWARD.isCompiled()
                    && hasRoom(x, corner, result, to * outputSize());
            if (!vectors || !forward2x2(x, corner, y, result, argmax, shift)) {
                forwardScalars(x, corner, y, result, argmax, shift);
            }
        }
    }

    /**
     * Returns whether vectors may read and write beyond the last channel of a row of windows, and offsets are exact
     * floats.
     */
    private boolean hasRoom(float[] x, int corner, int result, int end) {
        int beyond = roundUp(channels, LANES) - channels;
        int last = corner + (width + 2 * columns) * channels + beyond;
        return result + columns * channels + beyond <= end
                && last <= x.length
                && width * channels < Pooling2x2.MAX_OFFSET;
    }

    /**
     * Pools a row of windows, from the last vector of channels to the first. Results beyond the channels of a pixel
     * are invalid, and the next pixel or the next vector overwrites them.
     *
     * @return whether no number was NaN, which comparisons do not find
     */
    private boolean forward2x2(float[] x, int corner, float[] y, int to, int[] argmax, int shift) {
        boolean numbers = true;
        int row = width * channels;
        for (int c = roundUp(channels, LANES) - LANES; c >= 0; c -= LANES) {
            numbers &=
                    Pooling2x2.forwardVectors(x, corner + c, row, channels, floor(), y, to + c, columns, argmax, shift);
        }
        return numbers;
    }

    private void forwardScalars(float[] x, int corner, float[] y, int to, int[] argmax, int shift) {
        for (int j = 0; j < columns; j++) {
            for (int c = 0; c < channels; c++) {
                int first = corner + j * stride * channels + c;
                int best = first;
                for (int u = 0; u < window; u++) {
                    for (int v = 0; v < window; v++) {
                        int candidate = first + (u * width + v) * channels;
                        if (x[candidate] > x[best] || Float.isNaN(x[candidate])) {
                            best = candidate;
                        }
                    }
                }
                y[to + j * channels + c] = Math.max(floor(), x[best]);
                argmax[to + j * channels + c] = best + shift;
            }
        }
    }

    /** Computes the gradients of all images of a batch. */
    public void backward(WorkPartitioner partitioner, float[] y, float[] dy, int[] argmax, float[] dx) {
        partitioner.run(images, (long) images * inputSize(), WorkPartitioner.MIN_ELEMENTS, (from, to) -> {
            for (int image = from; image < to; image++) {
                backward(y, dy, argmax, image, dx, image * inputSize());
            }
        });
    }

    /**
     * Computes the gradient of one image of a batch.
     *
     * @param at the index in dx at which it begins; dx may be the batch or a buffer
     */
    public void backward(float[] y, float[] dy, int[] argmax, int image, float[] dx, int at) {
        int shift = image * inputSize() - at;
        boolean covered = height == 2 * rows && width == 2 * columns && channels % LANES == 0;
        boolean vectors = window == 2 && stride == 2 && covered && width * channels < Pooling2x2.MAX_OFFSET;
        if (!vectors || !Pooling2x2.BACKWARD.isCompiled()) {
            backwardScalars(y, dy, argmax, image, dx, at, shift);
            return;
        }
        int inputRow = width * channels;
        for (int row = 0; row < rows; row++) {
            int corner = at + 2 * row * inputRow;
            int result = image * outputSize() + row * columns * channels;
            for (int c = 0; c < channels; c += LANES) {
                Pooling2x2.backwardVectors(
                        y,
                        dy,
                        gradientThreshold(),
                        argmax,
                        result + c,
                        shift,
                        inputRow,
                        channels,
                        dx,
                        corner + c,
                        columns);
            }
        }
    }

    private void backwardScalars(float[] y, float[] dy, int[] argmax, int image, float[] dx, int at, int shift) {
        Arrays.fill(dx, at, at + inputSize(), 0);
        for (int i = image * outputSize(); i < (image + 1) * outputSize(); i++) {
            dx[argmax[i] - shift] += y[i] <= gradientThreshold() ? 0 : dy[i];
        }
    }
}
