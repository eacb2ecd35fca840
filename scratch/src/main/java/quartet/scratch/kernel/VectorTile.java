package quartet.scratch.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loop of every matrix product and convolution: a block of the result small enough to stay in registers.
 * <pre>{@code
 * C[r, j] = max(floor, start[r, j] + sum_{p < depth} A[r, p] B[p, j])      r < ROWS, j < COLUMNS
 * A[r, p] = a[aStart + p ROWS + r];     B[p, j] = b[bStart + bRows[p] + j]
 * }</pre>
 *
 * <p>The trick: a sum of products that goes through memory waits for memory. Here 16 vectors of sums (8 rows, 2 vectors
 * wide) stay in registers for the whole loop over p; each turn loads two vectors of B and one number of A for each row,
 * and does 16 multiplications and additions of whole vectors with them, which are independent of one another, so that
 * the processor always has one ready to start. A stands in the order in which it is read, at a constant distance, which
 * lets the compiler check the bounds of the array before the loop instead of in it. The rows of B are found through a
 * table, so that the same loop serves a matrix and an image that is seen through a shifting window.
 *
 * <p>Every element is one chain of fused multiply-adds in the order of p, whatever the width of the vectors, so results
 * do not depend on the machine's species or on how the work is divided. What it means, without vectors: {@link
 * ScalarKernels#matmul}.
 */
final class VectorTile {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    static final int ROWS = 8;
    static final int COLUMNS = 2 * LANES;

    private static final WarmUp WARM_UP = new WarmUp();

    /** A, {@link #ROWS} numbers for each p. */
    float[] a = new float[0];

    /** B: where each row begins, relative to the tile's first column. */
    float[] b = new float[0];

    int[] bRows = new int[0];
    int depth;

    /** What is added to: the distance of its rows, 0 for the same in each. */
    float[] start = new float[0];

    int startStride;

    /** The result, and the least value that is written: 0 for a rectifier, else negative infinity. */
    float[] c = new float[0];

    int cStride;
    /** How many columns of the result are of use; the vectors compute all. */
    int columns = COLUMNS;

    float floor = Float.NEGATIVE_INFINITY;

    /** The block whose numbers begin at the given positions of a, b, start and c. */
    void multiply(int aStart, int bStart, int startAt, int cStart) {
        if (WARM_UP.isFinished()) {
            multiplyVectors(aStart, bStart, startAt, cStart);
            return;
        }
        boolean vectors = WARM_UP.isTry();
        long begin = System.nanoTime();
        if (vectors) {
            multiplyVectors(aStart, bStart, startAt, cStart);
        } else {
            PlainTile.multiply(this, aStart, bStart, startAt, cStart);
        }
        WARM_UP.record(vectors, System.nanoTime() - begin, (depth + 1L) * (vectors ? COLUMNS : columns));
    }

    /** The vectors' code, over empty sums. */
    void multiplyNothing() {
        start = new float[COLUMNS];
        c = new float[COLUMNS];
        multiplyVectors(0, 0, 0, 0);
    }

    /**
     * Written out in one piece, because a vector that passes through a method of ours becomes an object, at ten times
     * the time.
     */
    void multiplyVectors(int aStart, int bStart, int startAt, int cStart) {
        final float[] x = a;
        final float[] y = b;
        final int[] yRows = bRows;
        final float[] z = start;
        final int zStride = startStride;
        FloatVector l0 = FloatVector.fromArray(SPECIES, z, startAt);
        FloatVector r0 = FloatVector.fromArray(SPECIES, z, startAt + LANES);
        FloatVector l1 = FloatVector.fromArray(SPECIES, z, startAt + zStride);
        FloatVector r1 = FloatVector.fromArray(SPECIES, z, startAt + zStride + LANES);
        FloatVector l2 = FloatVector.fromArray(SPECIES, z, startAt + 2 * zStride);
        FloatVector r2 = FloatVector.fromArray(SPECIES, z, startAt + 2 * zStride + LANES);
        FloatVector l3 = FloatVector.fromArray(SPECIES, z, startAt + 3 * zStride);
        FloatVector r3 = FloatVector.fromArray(SPECIES, z, startAt + 3 * zStride + LANES);
        FloatVector l4 = FloatVector.fromArray(SPECIES, z, startAt + 4 * zStride);
        FloatVector r4 = FloatVector.fromArray(SPECIES, z, startAt + 4 * zStride + LANES);
        FloatVector l5 = FloatVector.fromArray(SPECIES, z, startAt + 5 * zStride);
        FloatVector r5 = FloatVector.fromArray(SPECIES, z, startAt + 5 * zStride + LANES);
        FloatVector l6 = FloatVector.fromArray(SPECIES, z, startAt + 6 * zStride);
        FloatVector r6 = FloatVector.fromArray(SPECIES, z, startAt + 6 * zStride + LANES);
        FloatVector l7 = FloatVector.fromArray(SPECIES, z, startAt + 7 * zStride);
        FloatVector r7 = FloatVector.fromArray(SPECIES, z, startAt + 7 * zStride + LANES);
        final int end = depth;
        for (int p = 0; p < end; p++) {
            int i = aStart + p * ROWS;
            int j = bStart + yRows[p];
            FloatVector left = FloatVector.fromArray(SPECIES, y, j);
            FloatVector right = FloatVector.fromArray(SPECIES, y, j + LANES);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[i]);
            l0 = factor.fma(left, l0);
            r0 = factor.fma(right, r0);
            factor = FloatVector.broadcast(SPECIES, x[i + 1]);
            l1 = factor.fma(left, l1);
            r1 = factor.fma(right, r1);
            factor = FloatVector.broadcast(SPECIES, x[i + 2]);
            l2 = factor.fma(left, l2);
            r2 = factor.fma(right, r2);
            factor = FloatVector.broadcast(SPECIES, x[i + 3]);
            l3 = factor.fma(left, l3);
            r3 = factor.fma(right, r3);
            factor = FloatVector.broadcast(SPECIES, x[i + 4]);
            l4 = factor.fma(left, l4);
            r4 = factor.fma(right, r4);
            factor = FloatVector.broadcast(SPECIES, x[i + 5]);
            l5 = factor.fma(left, l5);
            r5 = factor.fma(right, r5);
            factor = FloatVector.broadcast(SPECIES, x[i + 6]);
            l6 = factor.fma(left, l6);
            r6 = factor.fma(right, r6);
            factor = FloatVector.broadcast(SPECIES, x[i + 7]);
            l7 = factor.fma(left, l7);
            r7 = factor.fma(right, r7);
        }
        final float[] result = c;
        final float least = floor;
        int at = cStart;
        l0.max(least).intoArray(result, at);
        r0.max(least).intoArray(result, at + LANES);
        at += cStride;
        l1.max(least).intoArray(result, at);
        r1.max(least).intoArray(result, at + LANES);
        at += cStride;
        l2.max(least).intoArray(result, at);
        r2.max(least).intoArray(result, at + LANES);
        at += cStride;
        l3.max(least).intoArray(result, at);
        r3.max(least).intoArray(result, at + LANES);
        at += cStride;
        l4.max(least).intoArray(result, at);
        r4.max(least).intoArray(result, at + LANES);
        at += cStride;
        l5.max(least).intoArray(result, at);
        r5.max(least).intoArray(result, at + LANES);
        at += cStride;
        l6.max(least).intoArray(result, at);
        r6.max(least).intoArray(result, at + LANES);
        at += cStride;
        l7.max(least).intoArray(result, at);
        r7.max(least).intoArray(result, at + LANES);
    }

    /** The least multiple of the unit that is not less than the size. */
    static int roundUp(int size, int unit) {
        return (size + unit - 1) / unit * unit;
    }
}
