package quartet.scratch.kernel.vector.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.streaming.MaxPooling;

/**
 * Every operation that the loops over vectors are made of, some thousand times, before their {@link JitWarmup}. An
 * operation is a method in Java, full of branches that C2 leaves out once it has seen that they are never taken. It only
 * believes so after a thousand calls. Without, a loop that is compiled early keeps some branches, its vectors stay
 * objects, and it is several times too slow for as long as the JVM lives, one time in two.
 */
public final class OperationWarmup {
    private static final int TIMES = 1500;

    private OperationWarmup() {}

    public static void play() {
        float[] numbers = new float[2 * MicroKernel.LANES];
        int[] whole = new int[MicroKernel.LANES];
        for (int i = 0; i < TIMES; i++) {
            FloatVector x = FloatVector.fromArray(MicroKernel.SPECIES, numbers, i & 1);
            FloatVector y = FloatVector.broadcast(MicroKernel.SPECIES, numbers[i & 1]);
            y.fma(x, x).max(y).intoArray(numbers, i & 1);
            VectorMask<Float> greater = x.compare(VectorOperators.GT, y);
            FloatVector z = x.blend(y, greater).blend(1, greater).add(x).sub(y).add(1);
            z.intoArray(numbers, 0);
            IntVector bits = z.reinterpretAsInts();
            bits.add(IntVector.broadcast(MaxPooling.INTEGERS, i)).intoArray(whole, 0);
            z = bits.sub(bits).reinterpretAsFloats();
            z.blend(x, z.compare(VectorOperators.EQ, y)).intoArray(numbers, 0);
            IntVector.fromArray(MaxPooling.INTEGERS, whole, 0).add(bits).intoArray(whole, 0);
            FloatVector.zero(MicroKernel.SPECIES).compare(VectorOperators.NE, x).anyTrue();
        }
    }
}
