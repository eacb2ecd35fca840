package quartet.scratch.kernel.vector.gemm;

import java.util.Arrays;
import quartet.scratch.kernel.vector.microkernel.GemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideGemmMicroKernel;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Indices;
import quartet.scratch.kernel.vector.runtime.Workspace.Role;

/**
 * Where the tiles of a {@link GemmBlock} find op(B): in panels of a tile's width, copied in the order in which they are
 * read, with columns of zeros if a panel is not full. With few rows to serve a copy does not pay, and full panels are
 * read where they stand.
 */
public final class OperandB {
    /** From how many rows of A on it pays to copy a panel that could be read in place. */
    private static final int ROWS_WORTH_A_COPY = 128;

    private static final int[] TERMS = MicroKernel.distances(Gemm.DEPTH, GemmMicroKernel.COLUMNS);
    private static final int[] WIDE_TERMS = MicroKernel.distances(Gemm.DEPTH, WideGemmMicroKernel.COLUMNS);

    private final MatrixView b;
    private final int depth;
    private final int count;
    private final int fromColumn;
    private final int toColumn;
    private final boolean inPlace;
    private final float[] panels;
    private final int[] terms;

    /** The rows of op(B), count of them from depth on, and some columns, which meet so many rows of A. */
    public OperandB(MatrixView b, int depth, int count, int fromColumn, int toColumn, int rows) {
        this.b = b;
        this.depth = depth;
        this.count = count;
        this.fromColumn = fromColumn;
        this.toColumn = toColumn;
        inPlace = b.columnStride() == 1 && rows < ROWS_WORTH_A_COPY;
        Workspace workspace = Workspace.ofThread();
        panels = workspace.floats(
                Role.PANELS_OF_B, MicroKernel.roundUp(toColumn - fromColumn, WideGemmMicroKernel.COLUMNS) * count);
        terms = workspace.distances(Indices.TERMS_OF_B, count, b.rowStride());
        for (int column = fromColumn; column < toColumn; column += width(column)) {
            if (!inPlace(column)) {
                copy(column, width(column));
            }
        }
    }

    private void copy(int column, int width) {
        int at = (column - fromColumn) * count;
        int valid = Math.min(width, toColumn - column);
        if (valid < width) {
            Arrays.fill(panels, at, at + width * count, 0);
        }
        b.copy(depth, column, count, valid, panels, at, width);
    }

    /** The width of the panel that begins with a column. */
    public int width(int column) {
        return toColumn - column > GemmMicroKernel.COLUMNS ? WideGemmMicroKernel.COLUMNS : GemmMicroKernel.COLUMNS;
    }

    private boolean inPlace(int column) {
        return inPlace && column + width(column) <= toColumn;
    }

    /** Points a tile to the panel that begins with a column; gives the place of its first number. */
    public int point(MicroKernel tile, int column) {
        if (inPlace(column)) {
            tile.b = b.data();
            tile.bTerms = terms;
            return b.find(depth, column);
        }
        tile.b = panels;
        tile.bTerms = tile.width == GemmMicroKernel.COLUMNS ? TERMS : WIDE_TERMS;
        return (column - fromColumn) * count;
    }
}
