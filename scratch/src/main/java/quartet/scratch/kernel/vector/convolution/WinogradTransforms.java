package quartet.scratch.kernel.vector.convolution;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * The transforms of Winograd's method F(2, 3): two neighbouring outputs of a row of three weights, from four products
 * instead of six.
 * <pre>{@code
 * y0 = g0 d0 + g1 d1 + g2 d2 = m0 + m1 + m2        m0 = (d0 - d2) g0
 * y1 = g0 d1 + g1 d2 + g2 d3 = m1 - m2 - m3        m1 = (d1 + d2) (g0 + g1 + g2) / 2
 *                                                  m2 = (d2 - d1) (g0 - g1 + g2) / 2
 *                                                  m3 = (d1 - d3) g2
 * }</pre>
 *
 * <p>The sums over channels and kernel rows are taken before the inverse transform, so the products dominate. This class
 * has the additions before and after them, for whole vectors of channels. All numbers of one k, of m0, m1, m2 or m3, are
 * contiguous, and those of the next k follow at a given distance. The scalar twins give the same bits.
 *
 * <p>Sources: Winograd (1980), "Arithmetic Complexity of Computations"; for convolutions Lavin, Gray (2016), "Fast
 * Algorithms for Convolutional Neural Networks", section 4.1.
 */
final class WinogradTransforms {
    /** Products for two outputs. */
    static final int PRODUCTS = 4;

    /** Pairs in a warm-up. */
    private static final int SAMPLE_PAIRS = 7;

    private static final VectorLoop IMAGE = new VectorLoop("Winograd transform", imageSample());
    private static final VectorLoop INVERSE = new VectorLoop("inverse Winograd transform", inverseSample());

    private WinogradTransforms() {}

    static List<VectorLoop> loops() {
        return List.of(IMAGE, INVERSE);
    }

    /**
     * Transforms pairs of output pixels: {@code (d0 - d2, d1 + d2, d2 - d1, d1 - d3)}, which is multiplied with the
     * transformed weights. Each pixel is a vector of channels; a pair begins two pixels after the previous one.
     */
    static void image(float[] d, int at, float[] v, int to, int distance, int pairs) {
        if (IMAGE.isCompiled()) {
            imageVectors(d, at, v, to, distance, pairs);
            return;
        }
        for (int j = 0; j < pairs; j++) {
            for (int lane = 0; lane < LANES; lane++) {
                int i = at + 2 * j * LANES + lane;
                int result = to + j * LANES + lane;
                v[result] = d[i] - d[i + 2 * LANES];
                v[result + distance] = d[i + LANES] + d[i + 2 * LANES];
                v[result + 2 * distance] = d[i + 2 * LANES] - d[i + LANES];
                v[result + 3 * distance] = d[i + LANES] - d[i + 3 * LANES];
            }
        }
    }

    private static void imageVectors(float[] d, int at, float[] v, int to, int distance, int pairs) {
        for (int j = 0; j < pairs; j++) {
            int i = at + 2 * j * LANES;
            int result = to + j * LANES;
            FloatVector d1 = FloatVector.fromArray(SPECIES, d, i + LANES);
            FloatVector d2 = FloatVector.fromArray(SPECIES, d, i + 2 * LANES);
            FloatVector.fromArray(SPECIES, d, i).sub(d2).intoArray(v, result);
            d1.add(d2).intoArray(v, result + distance);
            d2.sub(d1).intoArray(v, result + 2 * distance);
            d1.sub(FloatVector.fromArray(SPECIES, d, i + 3 * LANES)).intoArray(v, result + 3 * distance);
        }
    }

    /**
     * Transforms products back: pairs of outputs {@code max(floor, (m0 + m1 + m2 + b, m1 - m2 - m3 + b))} for a vector of
     * output channels.
     *
     * @param distance from the products of one k to those of the next
     * @param stride from the products of one pair to those of the next
     * @param channels from one pixel of y to the next
     */
    static void inverse(
            float[] m,
            int at,
            int distance,
            int stride,
            float[] b,
            int o,
            float floor,
            float[] y,
            int to,
            int channels,
            int pairs) {
        if (INVERSE.isCompiled()) {
            inverseVectors(m, at, distance, stride, b, o, floor, y, to, channels, pairs);
            return;
        }
        for (int j = 0; j < pairs; j++) {
            for (int lane = 0; lane < LANES; lane++) {
                int i = at + j * stride + lane;
                int result = to + 2 * j * channels + lane;
                float bias = b[o + lane];
                float m1 = m[i + distance];
                float m2 = m[i + 2 * distance];
                y[result] = Math.max(floor, m[i] + m1 + m2 + bias);
                y[result + channels] = Math.max(floor, m1 - m2 - m[i + 3 * distance] + bias);
            }
        }
    }

    private static void inverseVectors(
            float[] m,
            int at,
            int distance,
            int stride,
            float[] b,
            int o,
            float floor,
            float[] y,
            int to,
            int channels,
            int pairs) {
        FloatVector bias = FloatVector.fromArray(SPECIES, b, o);
        FloatVector least = FloatVector.broadcast(SPECIES, floor);
        for (int j = 0; j < pairs; j++) {
            int i = at + j * stride;
            int result = to + 2 * j * channels;
            FloatVector m1 = FloatVector.fromArray(SPECIES, m, i + distance);
            FloatVector m2 = FloatVector.fromArray(SPECIES, m, i + 2 * distance);
            FloatVector first = FloatVector.fromArray(SPECIES, m, i).add(m1).add(m2);
            FloatVector second = m1.sub(m2).sub(FloatVector.fromArray(SPECIES, m, i + 3 * distance));
            first.add(bias).max(least).intoArray(y, result);
            second.add(bias).max(least).intoArray(y, result + channels);
        }
    }

    /** Returns the transform of a few pairs. */
    private static Runnable imageSample() {
        float[] d = new float[2 * SAMPLE_PAIRS * LANES + 2 * LANES];
        float[] v = new float[PRODUCTS * SAMPLE_PAIRS * LANES];
        return () -> imageVectors(d, 0, v, 0, SAMPLE_PAIRS * LANES, SAMPLE_PAIRS);
    }

    /** Returns the inverse transform of a few pairs. */
    private static Runnable inverseSample() {
        float[] m = new float[PRODUCTS * SAMPLE_PAIRS * LANES];
        float[] b = new float[LANES];
        float[] y = new float[2 * SAMPLE_PAIRS * LANES];
        return () -> inverseVectors(m, 0, SAMPLE_PAIRS * LANES, LANES, b, 0, 0, y, 0, LANES, SAMPLE_PAIRS);
    }
}
