package quartet.scratch.kernel.vector.convolution;

import java.util.Arrays;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;
import quartet.scratch.kernel.vector.runtime.Workspace.Offsets;
import quartet.scratch.tensor.FloatTensor;

/**
 * The output gradient of one image before 2 x 2 pooling, without its zeros. Maximum pooling passes a gradient to one of
 * four pixels, and ReLU passes only the gradients of positive numbers, so at most a quarter of the elements remain.
 *
 * <p>The elements are stored in groups of equal capacity, in the workspace of the calling thread. Each has a value and
 * an offset, which tells the reader of a group where the other operand is.
 */
final class SparseGradient {
    private final ConvolutionGeometry g;
    private final boolean rectified;
    private final float[] y;
    private final float[] dy;
    private final int[] argmax;
    private final int windowRows;
    private final int windowColumns;

    private final int capacity;
    private final float[] values;
    private final int[] offsets;
    private final int[] counts;

    private SparseGradient(ConvolutionGeometry geometry, Pooled pooled, float[] dy, int groups, int capacity) {
        g = geometry;
        rectified = pooled.activation() == Activation.RELU;
        y = ((FloatTensor) pooled.y()).data();
        this.dy = dy;
        argmax = pooled.argmax();
        windowRows = pooled.y().dimension(1);
        windowColumns = pooled.y().dimension(2);
        this.capacity = capacity;
        Workspace workspace = Workspace.ofThread();
        values = workspace.floats(Buffer.SPARSE_VALUES, groups * capacity);
        offsets = workspace.offsets(Offsets.SPARSE_ELEMENTS, groups * capacity);
        counts = workspace.offsets(Offsets.SPARSE_COUNTS, groups);
    }

    /** Returns whether windows are 2 x 2. */
    static boolean fits(Pooled pooled) {
        return pooled.window() == 2;
    }

    /** Returns a gradient that is grouped by output channel. */
    static SparseGradient byChannel(ConvolutionGeometry g, Pooled pooled, float[] dy) {
        int windows = pooled.y().dimension(1) * pooled.y().dimension(2);
        return new SparseGradient(g, pooled, dy, g.outputs(), windows);
    }

    /** Returns a gradient that is grouped by output pixel. */
    static SparseGradient byPixel(ConvolutionGeometry g, Pooled pooled, float[] dy) {
        return new SparseGradient(g, pooled, dy, g.positions(), g.outputs());
    }

    /**
     * Reads an image into one group for each channel.
     *
     * @param pixel the distance between the offsets of two neighbouring pixels
     * @param row the distance between the offsets of two rows
     */
    void readChannels(int image, int pixel, int row) {
        Arrays.fill(counts, 0, g.outputs(), 0);
        for (int window = 0; window < capacity; window++) {
            int i = window / windowColumns;
            int j = window % windowColumns;
            int at = (image * capacity + window) * g.outputs();
            int corner = cornerOf(image, i, j);
            int cornerOffset = 2 * i * row + 2 * j * pixel;
            for (int o = 0; o < g.outputs(); o++) {
                int fromCorner = argmax[at + o] - corner - o;
                int below = below(fromCorner);
                int beside = beside(fromCorner, below);
                int to = o * capacity + counts[o];
                values[to] = dy[at + o];
                offsets[to] = cornerOffset + below * row + beside * pixel;
                counts[o] += passes(y[at + o]);
            }
        }
    }

    /**
     * Reads an image into one group for each pixel.
     *
     * @param channel the distance between the offsets of two output channels
     */
    void readPixels(int image, int channel) {
        Arrays.fill(counts, 0, g.positions(), 0);
        for (int window = 0; window < windowRows * windowColumns; window++) {
            int i = window / windowColumns;
            int j = window % windowColumns;
            int at = (image * windowRows * windowColumns + window) * g.outputs();
            int corner = cornerOf(image, i, j);
            int cornerPixel = 2 * i * g.columns() + 2 * j;
            for (int o = 0; o < g.outputs(); o++) {
                int fromCorner = argmax[at + o] - corner - o;
                int below = below(fromCorner);
                int pixel = cornerPixel + below * g.columns() + beside(fromCorner, below);
                int to = pixel * capacity + counts[pixel];
                values[to] = dy[at + o];
                offsets[to] = o * channel;
                counts[pixel] += passes(y[at + o]);
            }
        }
    }

    /** Returns the index in the unpooled tensor of a window's first number. */
    private int cornerOf(int image, int i, int j) {
        return image * g.resultSize() + (2 * i * g.columns() + 2 * j) * g.outputs();
    }

    // The next three methods compute with sign bits, because a branch could not be predicted.

    /** Returns 1 if the largest number is in the second row of its window, else 0. */
    private int below(int fromCorner) {
        return (g.columns() * g.outputs() - 1 - fromCorner) >>> 31;
    }

    /** Returns 1 if the largest number is in the second column of its window, else 0. */
    private int beside(int fromCorner, int below) {
        return (g.outputs() - 1 - (fromCorner - below * g.columns() * g.outputs())) >>> 31;
    }

    /** Returns 1 if a gradient passes the activation, which returned y, else 0. ReLU returns no negative zero. */
    private int passes(float y) {
        int bits = Float.floatToRawIntBits(y);
        return rectified ? (bits | -bits) >>> 31 : 1;
    }

    /** Returns the values of all groups. */
    float[] values() {
        return values;
    }

    /** Returns the offsets of all groups. */
    int[] offsets() {
        return offsets;
    }

    /** Returns the index of a group's first element. */
    int start(int group) {
        return group * capacity;
    }

    /** Returns the number of elements in a group. */
    int count(int group) {
        return counts[group];
    }
}
