package quartet.scratch.kernel.vector.microkernel;

import quartet.scratch.kernel.vector.runtime.Simd;
import quartet.scratch.kernel.vector.runtime.VectorLoop;
import quartet.scratch.kernel.vector.runtime.Workspace;

/**
 * The innermost loop of every matrix product and convolution: computes a block of C that fits in registers.
 * <pre>{@code
 * C[r, j] = max(floor, initial[r, j] + sum_{p < depth} A[r, p] B[p, j])      r < rows, j < columns
 * }</pre>
 *
 * <p>It is fast due to register blocking: a sum in memory waits for memory in every step, while here about a dozen
 * vectors of sums stay in registers for the whole loop over p. Each step loads one or two vectors of B and broadcasts
 * one number of A for each row. The multiply-adds of a step are independent, so the processor always has one ready to
 * issue.
 *
 * <p>The micro-kernels differ in block size and in the layout of A and B that they expect; an offset that is constant
 * costs no instruction. Each loop is unrolled by hand within one method, because in Java 17 a vector that is passed to
 * a method of ours becomes an object, which is ten times slower.
 *
 * <p>Every element of C is one chain of fused multiply-adds in the order of p. So results depend neither on the vector
 * width nor on how the work is divided. {@link ScalarMicroKernel} is the equivalent without vectors.
 *
 * <p>Source: Van Zee, van de Geijn (2015), "BLIS: A Framework for Rapidly Instantiating BLAS Functionality".
 */
public abstract class MicroKernel {
    /** The terms of the sums in a warm-up. */
    private static final int SAMPLE_DEPTH = 9;

    private final int rows;
    private final int columns;
    private final VectorLoop loop;

    /**
     * Creates a micro-kernel for blocks of a size.
     *
     * @param columns a multiple of the lanes of a vector
     */
    MicroKernel(String name, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        loop = new VectorLoop(name, sample(rows, columns));
    }

    /** Returns the rows of the block of C. */
    public final int rows() {
        return rows;
    }

    /** Returns the columns of the block of C. */
    public final int columns() {
        return columns;
    }

    /** Returns the loop for {@link quartet.scratch.kernel.vector.runtime.JitWarmup}. */
    public final VectorLoop loop() {
        return loop;
    }

    /**
     * Computes one block of C. Each operand comes with the index at which its block begins.
     *
     * @param depth the terms of each sum
     */
    public final void multiply(
            int depth, PanelA a, int aAt, PanelB b, int bAt, InitialSums initial, int initialAt, BlockOfC c, int cAt) {
        if (loop.isCompiled()) {
            multiplyVectors(depth, a, aAt, b, bAt, initial, initialAt, c, cAt);
        } else {
            ScalarMicroKernel.multiply(rows, columns, depth, a, aAt, b, bAt, initial, initialAt, c, cAt);
        }
    }

    /**
     * Does the same as {@link #multiply}, always with vectors, even before they are compiled; for benchmarks and
     * tests.
     */
    public abstract void multiplyVectors(
            int depth, PanelA a, int aAt, PanelB b, int bAt, InitialSums initial, int initialAt, BlockOfC c, int cAt);

    /** Returns the computation of one block over arrays of zeros. */
    private Runnable sample(int rows, int columns) {
        int[] terms = new int[SAMPLE_DEPTH];
        PanelA a = new PanelA(
                new float[SAMPLE_DEPTH * Math.max(rows, Simd.LANES) * Simd.LANES], terms, Workspace.multiples(rows, 1));
        PanelB b = new PanelB(new float[SAMPLE_DEPTH * columns], terms);
        InitialSums initial = new InitialSums(new float[columns], 0);
        BlockOfC c = new BlockOfC(new float[rows * columns], columns, Float.NEGATIVE_INFINITY);
        return () -> multiplyVectors(SAMPLE_DEPTH, a, 0, b, 0, initial, 0, c, 0);
    }
}
