package quartet.scratch.kernel.vector.streaming;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * Sums over the rows of a matrix. For definitions, see {@link quartet.scratch.kernel.Kernels#columnSums}.
 *
 * <p>The sums of one vector of columns stay in registers while all rows are added. There are four partial sums of each
 * column, so an addition does not wait for the previous one.
 */
public final class ColumnSums {
    /** Partial sums of a column. */
    private static final int PARTIAL_SUMS = 4;

    private static final VectorLoop LOOP = new VectorLoop("column sums", sample());

    private ColumnSums() {}

    static VectorLoop loop() {
        return LOOP;
    }

    /** Adds {@code sum_i a[at + i columns + j]} to {@code sums[to + j]}, for all columns j. */
    public static void addRows(float[] a, int at, int rows, int columns, float[] sums, int to) {
        int vectorColumns = columns - columns % LANES;
        int groupedRows = rows - rows % PARTIAL_SUMS;
        for (int j = 0; j < vectorColumns; j += LANES) {
            addColumns(a, at + j, groupedRows, columns, sums, to + j);
        }
        int rest = columns - vectorColumns;
        addInOrder(a, at + vectorColumns, groupedRows, columns, sums, to + vectorColumns, rest);
        addInOrder(a, at + groupedRows * columns, rows - groupedRows, columns, sums, to, columns);
    }

    private static void addColumns(float[] a, int at, int rows, int stride, float[] sums, int to) {
        if (LOOP.isCompiled()) {
            addVectors(a, at, rows, stride, sums, to);
        } else {
            addScalars(a, at, rows, stride, sums, to);
        }
    }

    private static void addVectors(float[] a, int at, int rows, int stride, float[] sums, int to) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int i = 0; i < rows; i += PARTIAL_SUMS) {
            int row = at + i * stride;
            s0 = s0.add(FloatVector.fromArray(SPECIES, a, row));
            s1 = s1.add(FloatVector.fromArray(SPECIES, a, row + stride));
            s2 = s2.add(FloatVector.fromArray(SPECIES, a, row + 2 * stride));
            s3 = s3.add(FloatVector.fromArray(SPECIES, a, row + 3 * stride));
        }
        FloatVector sum = s0.add(s1).add(s2.add(s3));
        sum.add(FloatVector.fromArray(SPECIES, sums, to)).intoArray(sums, to);
    }

    /** Computes the same as {@link #addVectors} without vectors. */
    private static void addScalars(float[] a, int at, int rows, int stride, float[] sums, int to) {
        for (int j = 0; j < LANES; j++) {
            float s0 = 0;
            float s1 = 0;
            float s2 = 0;
            float s3 = 0;
            for (int i = 0; i < rows; i += PARTIAL_SUMS) {
                int row = at + i * stride + j;
                s0 += a[row];
                s1 += a[row + stride];
                s2 += a[row + 2 * stride];
                s3 += a[row + 3 * stride];
            }
            sums[to + j] = s0 + s1 + (s2 + s3) + sums[to + j];
        }
    }

    private static void addInOrder(float[] a, int at, int rows, int stride, float[] sums, int to, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sums[to + j] += a[at + i * stride + j];
            }
        }
    }

    /** Returns a matrix of one vector of columns. */
    private static Runnable sample() {
        int rows = 8 * PARTIAL_SUMS;
        float[] a = new float[rows * LANES];
        float[] sums = new float[LANES];
        return () -> addVectors(a, 0, rows, LANES, sums, 0);
    }
}
