package quartet.scratch.kernel.vector.streaming;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import quartet.scratch.kernel.AdamStep;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * ReLU, its gradient, Adam and a check for NaN, over ranges of arrays. See the methods of the same names in {@link
 * quartet.scratch.kernel.Kernels} for definitions.
 *
 * <p>Most loops are left to the compiler: C2 vectorizes a loop over arrays that has no branches. It does not vectorize a
 * choice between two values or a sum of floating-point numbers, so the gradient of ReLU and the check use the Vector API.
 * These loops run in pieces, because HotSpot compiles a method that is called often sooner than a loop that runs long.
 */
public final class Elementwise {
    private static final int PIECE = 1024;
    /** About 1e-31; a mean gradient of this size changes no parameter. */
    private static final float QUANTUM = 0x1p-103f;

    private static final VectorLoop RELU_BACKWARD = new VectorLoop("ReLU gradient", sampleOfReluBackward());
    private static final VectorLoop IS_FINITE = new VectorLoop("check for NaN", sampleOfIsFinite());

    private Elementwise() {}

    static List<VectorLoop> loops() {
        return List.of(RELU_BACKWARD, IS_FINITE);
    }

    /** Computes {@code y = max(0, x)} for the indices from..to-1. */
    public static void relu(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.max(0, x[i]);
        }
    }

    /** Computes {@code dx = dy where y > 0, else 0} for the indices from..to-1. */
    public static void reluBackward(float[] y, float[] dy, float[] dx, int from, int to) {
        int i = from;
        for (; i + PIECE <= to; i += PIECE) {
            if (RELU_BACKWARD.isCompiled()) {
                reluBackwardVectors(y, dy, dx, i);
            } else {
                reluBackwardScalars(y, dy, dx, i, i + PIECE);
            }
        }
        reluBackwardScalars(y, dy, dx, i, to);
    }

    private static void reluBackwardScalars(float[] y, float[] dy, float[] dx, int from, int to) {
        for (int i = from; i < to; i++) {
            dx[i] = y[i] > 0 ? dy[i] : 0;
        }
    }

    private static void reluBackwardVectors(float[] y, float[] dy, float[] dx, int from) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0; i < PIECE; i += LANES) {
            FloatVector gradient = FloatVector.fromArray(SPECIES, dy, from + i);
            FloatVector output = FloatVector.fromArray(SPECIES, y, from + i);
            zero.blend(gradient, output.compare(VectorOperators.GT, zero)).intoArray(dx, from + i);
        }
    }

    /**
     * Performs a step of Adam for the parameters from..to-1, with the bias corrections moved out of the loop.
     * <pre>{@code
     * p - learningRate (m / c1) / (sqrt(v / c2) + epsilon) = p - rate m / (sqrt(v) + floor)
     * rate = learningRate sqrt(c2) / c1;    floor = epsilon sqrt(c2)
     * }</pre>
     *
     * <p>Deviation: m is rounded to multiples of {@link #QUANTUM}, by adding a number of that precision and subtracting
     * it again. If a gradient stays zero, m shrinks by beta1 in each step and becomes denormal after about 800 steps;
     * arithmetic on denormal numbers is about a hundred times slower.
     */
    public static void adam(float[] p, float[] g, float[] m, float[] v, AdamStep s, int from, int to) {
        float beta1 = (float) s.beta1();
        float beta2 = (float) s.beta2();
        float rest1 = (float) (1 - s.beta1());
        float rest2 = (float) (1 - s.beta2());
        float rate = (float) (s.learningRate() * Math.sqrt(s.correction2()) / s.correction1());
        float floor = (float) (s.epsilon() * Math.sqrt(s.correction2()));
        for (int i = from; i < to; i++) {
            float gradient = g[i];
            float first = beta1 * m[i] + rest1 * gradient + QUANTUM * (1 << 23) - QUANTUM * (1 << 23);
            float second = beta2 * v[i] + rest2 * gradient * gradient;
            m[i] = first;
            v[i] = second;
            p[i] -= rate * first / ((float) Math.sqrt(second) + floor);
        }
    }

    /**
     * Returns whether the first numbers of an array are neither NaN nor infinite. The product of 0 and such a number is
     * NaN, and of 0 and any other number 0.
     */
    public static boolean isFinite(float[] x, int size) {
        float sum = 0;
        int i = 0;
        for (; i + PIECE <= size && IS_FINITE.isCompiled(); i += PIECE) {
            sum += timesZeroVectors(x, i);
        }
        return sum + timesZeroScalars(x, i, size) == 0;
    }

    /** Returns a sum, computed in four partial sums to hide the latency of the addition. */
    private static float timesZeroScalars(float[] x, int from, int to) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            sum0 += x[i] * 0;
            sum1 += x[i + 1] * 0;
            sum2 += x[i + 2] * 0;
            sum3 += x[i + 3] * 0;
        }
        for (; i < to; i++) {
            sum0 += x[i] * 0;
        }
        return sum0 + sum1 + sum2 + sum3;
    }

    private static float timesZeroVectors(float[] x, int from) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector sum0 = zero;
        FloatVector sum1 = zero;
        FloatVector sum2 = zero;
        FloatVector sum3 = zero;
        for (int i = from; i < from + PIECE; i += 4 * LANES) {
            sum0 = FloatVector.fromArray(SPECIES, x, i).fma(zero, sum0);
            sum1 = FloatVector.fromArray(SPECIES, x, i + LANES).fma(zero, sum1);
            sum2 = FloatVector.fromArray(SPECIES, x, i + 2 * LANES).fma(zero, sum2);
            sum3 = FloatVector.fromArray(SPECIES, x, i + 3 * LANES).fma(zero, sum3);
        }
        return sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
    }

    /** Returns the computation of one piece of an array. */
    private static Runnable sampleOfIsFinite() {
        float[] x = new float[PIECE];
        float[] sum = new float[1];
        return () -> sum[0] += timesZeroVectors(x, 0);
    }

    /** Returns the computation of one piece of an array. */
    private static Runnable sampleOfReluBackward() {
        float[] y = new float[PIECE];
        float[] dx = new float[PIECE];
        return () -> reluBackwardVectors(y, y, dx, 0);
    }
}
