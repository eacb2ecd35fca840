package quartet.scratch.kernel.vector.runtime;

import static quartet.scratch.kernel.vector.runtime.Simd.INT_SPECIES;
import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Warm-up of the single operations of the Vector API, before {@link JitWarmup} runs the loops that consist of them.
 *
 * <p>Each operation is a Java method with many branches. C2 removes branches that are never taken according to the
 * profile, and it uses a profile only after about a thousand calls. A loop that is compiled before that keeps some of
 * the branches, so its vectors stay objects; it then runs several times slower for the rest of the JVM's life, about
 * every second time.
 */
public final class OperationWarmup {
    private static final int CALLS = 1500;

    private OperationWarmup() {}

    /** Calls every vector operation of the kernels often enough for a profile. */
    public static void run() {
        float[] numbers = new float[2 * LANES];
        int[] whole = new int[LANES];
        for (int i = 0; i < CALLS; i++) {
            FloatVector x = FloatVector.fromArray(SPECIES, numbers, i & 1);
            FloatVector y = FloatVector.broadcast(SPECIES, numbers[i & 1]);
            y.fma(x, x).max(y).intoArray(numbers, i & 1);
            VectorMask<Float> greater = x.compare(VectorOperators.GT, y);
            FloatVector z = x.blend(y, greater).blend(1, greater).add(x).sub(y).add(1);
            z.intoArray(numbers, 0);
            IntVector bits = z.reinterpretAsInts();
            bits.add(IntVector.broadcast(INT_SPECIES, i)).intoArray(whole, 0);
            z = bits.sub(bits).reinterpretAsFloats();
            z.blend(x, z.compare(VectorOperators.EQ, y)).intoArray(numbers, 0);
            IntVector.fromArray(INT_SPECIES, whole, 0).add(bits).intoArray(whole, 0);
            FloatVector.zero(SPECIES).compare(VectorOperators.NE, x).anyTrue();
        }
    }
}
