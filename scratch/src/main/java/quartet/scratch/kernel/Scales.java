package quartet.scratch.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Every operation that the loops over vectors are made of, some thousand times, before their {@link Rehearsal}. An
 * operation is a method in Java, full of branches that C2 leaves out once it has seen that they are never taken. It only
 * believes so after a thousand calls. Without, a loop that is compiled early keeps some branches, its vectors stay
 * objects, and it is several times too slow for as long as the JVM lives, one time in two.
 */
final class Scales {
    private static final int TIMES = 1500;

    private Scales() {}

    static void play() {
        float[] numbers = new float[2 * Tile.LANES];
        int[] whole = new int[Tile.LANES];
        for (int i = 0; i < TIMES; i++) {
            FloatVector x = FloatVector.fromArray(Tile.SPECIES, numbers, i & 1);
            FloatVector y = FloatVector.broadcast(Tile.SPECIES, numbers[i & 1]);
            y.fma(x, x).max(y).intoArray(numbers, i & 1);
            VectorMask<Float> greater = x.compare(VectorOperators.GT, y);
            FloatVector z = x.blend(y, greater).blend(1, greater).add(x).sub(y).add(1);
            z.intoArray(numbers, 0);
            IntVector bits = z.reinterpretAsInts();
            bits.add(IntVector.broadcast(VectorPooling.INTEGERS, i)).intoArray(whole, 0);
            z = bits.sub(bits).reinterpretAsFloats();
            z.blend(x, z.compare(VectorOperators.EQ, y)).intoArray(numbers, 0);
            IntVector.fromArray(VectorPooling.INTEGERS, whole, 0).add(bits).intoArray(whole, 0);
            FloatVector.zero(Tile.SPECIES).compare(VectorOperators.NE, x).anyTrue();
        }
    }
}
