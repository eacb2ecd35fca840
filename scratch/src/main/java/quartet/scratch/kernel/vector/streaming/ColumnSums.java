package quartet.scratch.kernel.vector.streaming;

import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.runtime.JitWarmup;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * Sums over the rows of a matrix.
 *
 * <p>The trick: the sums of some columns stay in registers while the rows pass by, four of each, so that an addition does
 * not wait for the one before. What it means: {@link ScalarKernels#columnSums}.
 */
public final class ColumnSums {
    private static final int LANES = MicroKernel.LANES;
    private static final int ROWS = 4;

    private ColumnSums() {}

    /** {@code sums[to + j] += sum_i a[at + i columns + j]} for all columns. */
    public static void addRows(float[] a, int at, int rows, int columns, float[] sums, int to) {
        int whole = columns - columns % LANES;
        int together = rows - rows % ROWS;
        for (int j = 0; j < whole; j += LANES) {
            addColumns(a, at + j, together, columns, sums, to + j);
        }
        addPlain(a, at + whole, together, columns, sums, to + whole, columns - whole);
        addPlain(a, at + together * columns, rows - together, columns, sums, to, columns);
    }

    private static void addColumns(float[] a, int at, int rows, int stride, float[] sums, int to) {
        if (VectorLoop.SUMS.isCompiled()) {
            addVectors(a, at, rows, stride, sums, to);
        } else {
            addInFours(a, at, rows, stride, sums, to);
        }
    }

    /** A rehearsal with a matrix as wide as a vector. */
    public static JitWarmup.Part rehearsal() {
        int rows = 8 * ROWS;
        float[] a = new float[rows * LANES];
        float[] sums = new float[LANES];
        return JitWarmup.part(VectorLoop.SUMS, () -> addVectors(a, 0, rows, LANES, sums, 0));
    }

    private static void addVectors(float[] a, int at, int rows, int stride, float[] sums, int to) {
        FloatVector s0 = FloatVector.zero(MicroKernel.SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int i = 0; i < rows; i += ROWS) {
            int row = at + i * stride;
            s0 = s0.add(FloatVector.fromArray(MicroKernel.SPECIES, a, row));
            s1 = s1.add(FloatVector.fromArray(MicroKernel.SPECIES, a, row + stride));
            s2 = s2.add(FloatVector.fromArray(MicroKernel.SPECIES, a, row + 2 * stride));
            s3 = s3.add(FloatVector.fromArray(MicroKernel.SPECIES, a, row + 3 * stride));
        }
        FloatVector sum = s0.add(s1).add(s2.add(s3));
        sum.add(FloatVector.fromArray(MicroKernel.SPECIES, sums, to)).intoArray(sums, to);
    }

    /** The same, bit by bit, without vectors. */
    private static void addInFours(float[] a, int at, int rows, int stride, float[] sums, int to) {
        for (int j = 0; j < LANES; j++) {
            float s0 = 0;
            float s1 = 0;
            float s2 = 0;
            float s3 = 0;
            for (int i = 0; i < rows; i += ROWS) {
                int row = at + i * stride + j;
                s0 += a[row];
                s1 += a[row + stride];
                s2 += a[row + 2 * stride];
                s3 += a[row + 3 * stride];
            }
            sums[to + j] = s0 + s1 + (s2 + s3) + sums[to + j];
        }
    }

    private static void addPlain(float[] a, int at, int rows, int stride, float[] sums, int to, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sums[to + j] += a[at + i * stride + j];
            }
        }
    }
}
