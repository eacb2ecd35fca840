package quartet.scratch.kernel.vector.gemm;

import quartet.scratch.kernel.vector.microkernel.GemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Indices;
import quartet.scratch.kernel.vector.runtime.Workspace.Role;

/**
 * Where the tiles of a {@link GemmBlock} find op(A): where it stands, with two exceptions, which are copied to rows that
 * stand side by side. One is the last rows, if they are too few for a tile. The other is the transpose of a matrix of
 * many columns: there each term of a sum would be fetched from a place of its own, far from the others, for the sake of
 * 8 numbers, and a copy fetches {@link #ROWS} at once.
 */
public final class OperandA {
    /** How many rows are taken at a time: with 256 terms they are 128 KB, which stay in the second-level cache. */
    public static final int ROWS = 128;

    private static final int[] TERMS_OF_COPY = MicroKernel.distances(Gemm.DEPTH, ROWS);

    private final MatrixView a;
    /** The same with a term's numbers in a row. */
    private final MatrixView termByTerm;

    private final int depth;
    private final int count;
    private final boolean copied;
    private final float[] copy;
    private final int[] terms;

    private int row;
    private int height;

    /** The columns of op(A), count of them from depth on. */
    public OperandA(MatrixView a, int depth, int count) {
        this.a = a;
        this.depth = depth;
        this.count = count;
        termByTerm = a.transposed();
        copied = a.rowStride() == 1 && a.columnStride() > ROWS;
        Workspace workspace = Workspace.ofThread();
        copy = workspace.floats(Role.ROWS_OF_A, count * ROWS);
        terms = workspace.distances(Indices.TERMS_OF_A, count, a.columnStride());
    }

    /** Goes to some rows, at most {@link #ROWS}. */
    public void take(int row, int height) {
        this.row = row;
        this.height = height;
        int from = copied ? 0 : whole();
        termByTerm.copy(depth, row + from, count, height - from, copy, from, ROWS);
    }

    /** The rows that fill tiles. */
    public int whole() {
        return height - height % GemmMicroKernel.ROWS;
    }

    /** Points a tile to the rows that fill tiles; gives the place of the first of them. */
    public int point(MicroKernel tile) {
        if (copied) {
            return pointToCopy(tile, 0);
        }
        tile.a = a.data();
        tile.aTerms = terms;
        tile.setRowDistance(a.rowStride());
        return a.find(row, depth);
    }

    /** Points a tile to the rows that are left; gives the place of the first of them. */
    public int pointToRest(MicroKernel tile) {
        return pointToCopy(tile, whole());
    }

    private int pointToCopy(MicroKernel tile, int first) {
        tile.a = copy;
        tile.aTerms = TERMS_OF_COPY;
        tile.setRowDistance(1);
        return first;
    }
}
