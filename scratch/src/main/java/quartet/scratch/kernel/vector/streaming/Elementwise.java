package quartet.scratch.kernel.vector.streaming;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import quartet.scratch.kernel.AdamStep;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * ReLU, its gradient and Adam, over ranges of arrays. For the meaning see the methods of the same names in {@link
 * quartet.scratch.kernel.Kernels}.
 *
 * <p>Most loops are left to the compiler: C2 vectorizes a loop over arrays that has no branches. It does not vectorize a
 * choice between two values, so the gradient of ReLU uses the Vector API. That loop runs in pieces, because HotSpot
 * compiles a method that is called often sooner than a loop that runs long.
 */
public final class Elementwise {
    private static final int PIECE = 1024;
    /** About 1e-31; a mean gradient of this size changes no parameter. */
    private static final float QUANTUM = 0x1p-103f;

    private static final VectorLoop RELU_BACKWARD = new VectorLoop("ReLU gradient", sample());

    private Elementwise() {}

    static VectorLoop loop() {
        return RELU_BACKWARD;
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
     * it again. Where a gradient stays zero, m shrinks by beta1 in each step and becomes denormal after some 800 steps;
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

    /** One piece of an array. */
    private static Runnable sample() {
        float[] y = new float[PIECE];
        float[] dx = new float[PIECE];
        return () -> reluBackwardVectors(y, y, dx, 0);
    }
}
