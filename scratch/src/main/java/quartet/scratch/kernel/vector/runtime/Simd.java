package quartet.scratch.kernel.vector.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this JVM: the widest that its processor computes with. */
public final class Simd {
    /** Vectors of floats. */
    public static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    /** Vectors of ints, with the same number of lanes. */
    public static final VectorSpecies<Integer> INT_SPECIES = IntVector.SPECIES_PREFERRED;
    /** The number of floats in a vector. */
    public static final int LANES = SPECIES.length();

    private Simd() {}

    /** Returns the smallest multiple of unit that is not less than size. */
    public static int roundUp(int size, int unit) {
        return divideUp(size, unit) * unit;
    }

    /** Returns the number of units that cover size: size / unit, rounded up. */
    public static int divideUp(int size, int unit) {
        return (size + unit - 1) / unit;
    }
}
