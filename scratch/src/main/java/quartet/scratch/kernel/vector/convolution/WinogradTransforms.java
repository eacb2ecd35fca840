package quartet.scratch.kernel.vector.convolution;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.runtime.JitWarmup;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * Two neighbouring results of a row of three weights, from four products instead of six.
 * <pre>{@code
 * y0 = g0 d0 + g1 d1 + g2 d2 = m0 + m1 + m2        m0 = (d0 - d2) g0
 * y1 = g0 d1 + g1 d2 + g2 d3 = m1 - m2 - m3        m1 = (d1 + d2) (g0 + g1 + g2) / 2
 *                                                  m2 = (d2 - d1) (g0 - g1 + g2) / 2
 *                                                  m3 = (d1 - d3) g2
 * }</pre>
 *
 * <p>Sums over channels and over the rows of a window can be taken before the last addition, so only the products are
 * many. Here are the additions before and after them, for whole vectors of channels. All numbers of one k, m0 or m1 or
 * m2 or m3, stand together; those of the next k at a given distance. The plain twins give the same bits.
 *
 * <p>Source: Winograd (1980), "Arithmetic Complexity of Computations", and for convolutions Lavin, Gray (2016), "Fast
 * Algorithms for Convolutional Neural Networks", section 4.1.
 */
public final class WinogradTransforms {
    /** Products for two results. */
    public static final int PRODUCTS = 4;

    private static final VectorSpecies<Float> SPECIES = MicroKernel.SPECIES;
    private static final int LANES = MicroKernel.LANES;

    private WinogradTransforms() {}

    /**
     * What is multiplied with the weights, {@code (d0 - d2, d1 + d2, d2 - d1, d1 - d3)}, for some pairs of positions.
     * Each pixel is a vector; a pair begins two pixels after the one before.
     */
    public static void image(float[] d, int at, float[] v, int to, int distance, int pairs) {
        if (VectorLoop.WINOGRAD_IMAGE.isCompiled()) {
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
     * Pairs of results {@code max(floor, (m0 + m1 + m2 + b, m1 - m2 - m3 + b))} for a vector of output channels.
     *
     * @param stride from the products of one pair to those of the next
     * @param channels from one pixel of y to the next
     */
    public static void results(
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
        if (VectorLoop.WINOGRAD_RESULTS.isCompiled()) {
            resultsVectors(m, at, distance, stride, b, o, floor, y, to, channels, pairs);
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

    private static void resultsVectors(
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

    /** Rehearsals with a few pairs. */
    public static List<JitWarmup.Part> rehearsals() {
        int pairs = 7;
        int size = pairs * LANES;
        float[] from = new float[2 * size + 2 * LANES];
        float[] products = new float[PRODUCTS * size];
        float[] to = new float[2 * size];
        return List.of(
                JitWarmup.part(VectorLoop.WINOGRAD_IMAGE, () -> imageVectors(from, 0, products, 0, size, pairs)),
                JitWarmup.part(
                        VectorLoop.WINOGRAD_RESULTS,
                        () -> resultsVectors(products, 0, size, LANES, from, 0, 0, to, 0, LANES, pairs)));
    }
}
