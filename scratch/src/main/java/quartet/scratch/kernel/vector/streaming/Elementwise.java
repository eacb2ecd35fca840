package quartet.scratch.kernel.vector.streaming;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import quartet.scratch.kernel.AdamStep;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.vector.runtime.JitWarmup;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * The rectifier with its gradient, and Adam, over ranges of arrays.
 *
 * <p>The trick is mostly to leave it to the compiler: HotSpot's C2 turns a loop without branches over plain arrays into
 * vector instructions by itself. Only a choice between two values is beyond it, so that one is written with vectors, in
 * pieces: the compiler counts calls, and compiles a method that is called often earlier than a loop that runs long.
 * What they mean: the methods of the same names in {@link ScalarKernels}.
 */
public final class Elementwise {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PIECE = 1024;
    /** About 1e-31: as a mean gradient it moves nothing. */
    private static final float QUANTUM = 0x1p-103f;

    private Elementwise() {}

    public static void relu(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.max(0, x[i]);
        }
    }

    public static void reluBackward(float[] y, float[] dy, float[] dx, int from, int to) {
        int i = from;
        for (; i + PIECE <= to; i += PIECE) {
            if (VectorLoop.RECTIFIER.isCompiled()) {
                reluBackwardVectors(y, dy, dx, i);
            } else {
                reluBackwardPlain(y, dy, dx, i, i + PIECE);
            }
        }
        reluBackwardPlain(y, dy, dx, i, to);
    }

    /** A rehearsal with a piece of an array. */
    public static JitWarmup.Part rehearsal() {
        float[] y = new float[PIECE];
        float[] dx = new float[PIECE];
        return JitWarmup.part(VectorLoop.RECTIFIER, () -> reluBackwardVectors(y, y, dx, 0));
    }

    private static void reluBackwardPlain(float[] y, float[] dy, float[] dx, int from, int to) {
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
     * Adam with the corrections taken out of the loop.
     * <pre>{@code
     * p - learningRate (m / c1) / (sqrt(v / c2) + epsilon) = p - rate m / (sqrt(v) + floor)
     * rate = learningRate sqrt(c2) / c1;    floor = epsilon sqrt(c2)
     * }</pre>
     *
     * <p>Where a gradient stays zero, the mean m shrinks by beta1 in each step, and after some 800 steps it is
     * denormal: too small for the usual format, and a hundred times slower to compute with. So m is rounded to
     * multiples of {@link #QUANTUM} on the way, by adding a number of that precision and subtracting it again.
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
}
