package quartet.scratch.kernel.vector.microkernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.vector.runtime.JitWarmup;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * The innermost loop of every matrix product and convolution: a block of the result small enough to stay in registers.
 * <pre>{@code
 * C[r, j] = max(floor, start[r, j] + sum_{p < depth} A[r, p] B[p, j])      r < rows, j < width
 * A[r, p] = a[aStart + aTerms[p] + aRows[r]];     B[p, j] = b[bStart + bTerms[p] + j]
 * }</pre>
 *
 * <p>The trick: a sum of products that goes through memory waits for memory. Here a dozen or two vectors of sums stay in
 * registers for the whole loop over p; each turn loads one or two vectors of B and one number of A for each row, and
 * multiplies them with one another. These multiplications are independent, so that the processor always has one ready
 * to start.
 *
 * <p>The kinds of tiles differ in their size and in what they know about where A and B stand: what is at a constant
 * distance costs no instruction. Each is written out in one piece, because in Java 17 a vector that passes through a
 * method of ours becomes an object, at ten times the time.
 *
 * <p>Every element is one chain of fused multiply-adds in the order of p, whatever the width of the vectors, so results
 * do not depend on the machine's species or on how the work is divided. What it means, without vectors: {@link
 * ScalarMicroKernel}, and as a textbook has it {@link ScalarKernels#matmul}.
 */
public abstract class MicroKernel {
    public static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    public static final int LANES = SPECIES.length();

    /** Terms of the sums in a rehearsal. */
    private static final int REHEARSED = 9;

    public final int rows;
    public final int width;
    private final VectorLoop loop;

    public float[] a = new float[0];
    public int[] aTerms = new int[0];
    public final int[] aRows;

    public float[] b = new float[0];
    public int[] bTerms = new int[0];
    public int depth;

    /** What is added to: the distance of its rows, 0 for the same in each. */
    public float[] start = new float[0];

    public int startStride;

    /** The result, and the least value that is written: 0 for a rectifier, else negative infinity. */
    public float[] c = new float[0];

    public int cStride;
    /** How many columns of the result are of use; the vectors compute all. */
    public int columns;

    public float floor = Float.NEGATIVE_INFINITY;

    /**
     * A tile with its place for settings.
     *
     * @param aRows where the rows of A begin
     */
    public MicroKernel(int[] aRows, int width, VectorLoop loop) {
        this.rows = aRows.length;
        this.width = width;
        this.loop = loop;
        this.aRows = aRows;
        columns = width;
    }

    /** {@code 0, distance, 2 distance, ...} */
    public static int[] distances(int count, int distance) {
        int[] table = new int[count];
        Arrays.setAll(table, i -> i * distance);
        return table;
    }

    /** Where the rows of A are equally far apart: by how much. */
    public final int rowDistance() {
        return aRows[1];
    }

    public final void setRowDistance(int distance) {
        if (rowDistance() != distance) {
            for (int r = 0; r < rows; r++) {
                aRows[r] = r * distance;
            }
        }
    }

    /** The block whose numbers begin at the given positions of a, b, start and c. */
    public final void multiply(int aStart, int bStart, int startAt, int cStart) {
        if (loop.isCompiled()) {
            multiplyVectors(aStart, bStart, startAt, cStart);
        } else {
            ScalarMicroKernel.multiply(this, aStart, bStart, startAt, cStart);
        }
    }

    public abstract void multiplyVectors(int aStart, int bStart, int startAt, int cStart);

    /** A rehearsal of the tile, over zeros. */
    public final JitWarmup.Part rehearsal() {
        depth = REHEARSED;
        aTerms = new int[depth];
        bTerms = new int[depth];
        a = new float[depth * Math.max(rows, LANES) * LANES];
        b = new float[depth * width];
        start = new float[width];
        c = new float[rows * width];
        cStride = width;
        return JitWarmup.part(loop, () -> multiplyVectors(0, 0, 0, 0));
    }

    /** The least multiple of the unit that is not less than the size. */
    public static int roundUp(int size, int unit) {
        return (size + unit - 1) / unit * unit;
    }
}
