package quartet.scratch.kernel.vector.convolution;

import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.vector.convolution.ConvolutionGeometry.Visible;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.runtime.JitWarmup;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * Copies pixels so that the channels stand in blocks of as many as a vector has lanes, and all pixels of a block are
 * equally far apart, however many channels there are. What a block has too much keeps its value.
 */
public final class ChannelBlockedLayout {
    private static final int LANES = MicroKernel.LANES;

    private ChannelBlockedLayout() {}

    /**
     * An image into a plane, where the border stays as it is.
     *
     * @param blockSize the distance of one block of channels from the next one
     */
    public static void copyImage(ConvolutionGeometry g, float[] x, int imageAt, float[] plane, int blockSize) {
        Visible visible = g.visible();
        int from = imageAt + visible.from() * g.inputs();
        for (int row = 0; row < visible.rows(); row++) {
            int at = from + row * g.width() * g.inputs();
            int to = (visible.to() + row * g.planeWidth()) * LANES;
            copyRow(x, at, visible.columns(), g.inputs(), plane, to, blockSize);
        }
    }

    /**
     * One row of pixels.
     *
     * @param blockSize the distance of one block of channels from the next one
     */
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
        if (VectorLoop.CHANNEL_BLOCKS.isCompiled()) {
            copyVectors(from, at, pixels, channels, to, toAt);
        } else {
            copyPlain(from, at, pixels, channels, to, toAt);
        }
    }

    /** A rehearsal with a row of pixels. */
    public static JitWarmup.Part rehearsal() {
        int pixels = 14;
        float[] from = new float[pixels * LANES];
        float[] to = new float[pixels * LANES];
        return JitWarmup.part(VectorLoop.CHANNEL_BLOCKS, () -> copyVectors(from, 0, pixels, LANES, to, 0));
    }

    private static void copyPlain(float[] from, int at, int pixels, int channels, float[] to, int toAt) {
        for (int i = 0; i < pixels; i++) {
            for (int lane = 0; lane < LANES; lane++) {
                to[toAt + i * LANES + lane] = from[at + i * channels + lane];
            }
        }
    }

    private static void copyVectors(float[] from, int at, int pixels, int channels, float[] to, int toAt) {
        for (int i = 0; i < pixels; i++) {
            FloatVector.fromArray(MicroKernel.SPECIES, from, at + i * channels).intoArray(to, toAt + i * LANES);
        }
    }

    private static void copyChannel(float[] from, int at, int pixels, int channels, float[] to, int toAt) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i * LANES] = from[at + i * channels];
        }
    }
}
