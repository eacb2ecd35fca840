package quartet.scratch.kernel.vector.convolution;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.vector.convolution.ConvolutionGeometry.Visible;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * Copies an image to a channel-blocked layout with a border of zeros: [channels / lanes, paddedHeight, paddedWidth, lanes].
 *
 * <p>Neighbouring pixels of a block are one vector apart, however many channels there are. Lanes beyond the last
 * channel are not changed.
 */
final class ChannelBlockedLayout {
    private static final VectorLoop LOOP = new VectorLoop("copy of channel blocks", sample());

    private ChannelBlockedLayout() {}

    static VectorLoop loop() {
        return LOOP;
    }

    /**
     * Copies one image between the borders, which are not changed.
     *
     * @param imageAt the index in x at which the image begins
     * @param blockSize the distance between blocks of channels in the padded image
     */
    static void copyImage(ConvolutionGeometry g, float[] x, int imageAt, float[] padded, int blockSize) {
        Visible visible = g.visible();
        int from = imageAt + visible.from() * g.inputs();
        for (int row = 0; row < visible.rows(); row++) {
            int at = from + row * g.width() * g.inputs();
            int to = (visible.to() + row * g.paddedWidth()) * LANES;
            copyRow(x, at, visible.columns(), g.inputs(), padded, to, blockSize);
        }
    }

    /**
     * Copies an image without its borders from the channel-blocked layout to x. Channels fill whole vectors.
     *
     * @param imageAt the index in x at which the image begins
     */
    static void copyBack(ConvolutionGeometry g, float[] padded, int blockSize, float[] x, int imageAt) {
        for (int row = 0; row < g.height(); row++) {
            int from = ((row + g.top()) * g.paddedWidth() + g.left()) * LANES;
            int to = imageAt + row * g.width() * g.inputs();
            for (int c = 0; c < g.inputs(); c += LANES) {
                int block = from + c / LANES * blockSize;
                if (LANES == g.inputs()) {
                    System.arraycopy(padded, block, x, to, g.width() * LANES);
                } else {
                    for (int i = 0; i < g.width(); i++) {
                        System.arraycopy(padded, block + i * LANES, x, to + i * g.inputs() + c, LANES);
                    }
                }
            }
        }
    }

    private static void copyRow(float[] from, int at, int pixels, int channels, float[] to, int toAt, int blockSize) {
        if (channels == LANES) {
            System.arraycopy(from, at, to, toAt, pixels * LANES);
            return;
        }
        int whole = channels - channels % LANES;
        for (int c = 0; c < whole; c += LANES) {
            copyBlock(from, at + c, pixels, channels, to, toAt + c / LANES * blockSize);
        }
        for (int c = whole; c < channels; c++) {
            copyChannel(from, at + c, pixels, channels, to, toAt + whole / LANES * blockSize + c - whole);
        }
    }

    private static void copyBlock(float[] from, int at, int pixels, int channels, float[] to, int toAt) {
        if (LOOP.isCompiled()) {
            copyVectors(from, at, pixels, channels, to, toAt);
        } else {
            copyScalars(from, at, pixels, channels, to, toAt);
        }
    }

    private static void copyScalars(float[] from, int at, int pixels, int channels, float[] to, int toAt) {
        for (int i = 0; i < pixels; i++) {
            for (int lane = 0; lane < LANES; lane++) {
                to[toAt + i * LANES + lane] = from[at + i * channels + lane];
            }
        }
    }

    private static void copyVectors(float[] from, int at, int pixels, int channels, float[] to, int toAt) {
        for (int i = 0; i < pixels; i++) {
            FloatVector.fromArray(SPECIES, from, at + i * channels).intoArray(to, toAt + i * LANES);
        }
    }

    private static void copyChannel(float[] from, int at, int pixels, int channels, float[] to, int toAt) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i * LANES] = from[at + i * channels];
        }
    }

    /** Returns a row of pixels. */
    private static Runnable sample() {
        int pixels = 14;
        float[] from = new float[pixels * LANES];
        float[] to = new float[pixels * LANES];
        return () -> copyVectors(from, 0, pixels, LANES, to, 0);
    }
}
