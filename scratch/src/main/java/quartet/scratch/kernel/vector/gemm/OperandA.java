package quartet.scratch.kernel.vector.gemm;

import quartet.scratch.kernel.vector.microkernel.GemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.PanelA;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;
import quartet.scratch.kernel.vector.runtime.Workspace.Offsets;

/**
 * Supplies the rows of op(A) to the micro-kernel. A is read in place, except in two cases where rows are packed:
 * <ul>
 *   <li>the last rows, if there are fewer than the micro-kernel computes;
 *   <li>the transpose of a matrix with many columns, where the terms of a sum are far apart. Without packing, each
 *       term would load a cache line for only 8 numbers; packing uses {@link #ROWS} numbers of each line.
 * </ul>
 */
final class OperandA {
    /** The rows in a cache block: with 256 terms they are 128 KB, which fit into the second-level cache. */
    static final int ROWS = 128;

    private static final int[] PACKED_TERMS = Workspace.multiples(Gemm.DEPTH, ROWS);
    private static final int[] PACKED_ROWS = Workspace.multiples(GemmMicroKernel.ROWS, 1);

    private final MatrixView a;
    private final MatrixView transposed;
    private final int term;
    private final int depth;
    private final boolean packAll;
    private final PanelA inPlace;
    private final PanelA packed;

    private int row;
    private int height;

    /** Creates the operand from the columns term..term+depth-1 of op(A). */
    OperandA(MatrixView a, int term, int depth) {
        this.a = a;
        transposed = a.transposed();
        this.term = term;
        this.depth = depth;
        packAll = a.rowStride() == 1 && a.columnStride() > ROWS;
        Workspace workspace = Workspace.ofThread();
        inPlace = new PanelA(
                a.data(),
                workspace.multiples(Offsets.TERMS_OF_A, depth, a.columnStride()),
                workspace.multiples(Offsets.ROWS_OF_A, GemmMicroKernel.ROWS, a.rowStride()));
        packed = new PanelA(workspace.floats(Buffer.PACKED_A, depth * ROWS), PACKED_TERMS, PACKED_ROWS);
    }

    /** Moves on to some rows, at most {@link #ROWS}, and packs those that need it. */
    void take(int row, int height) {
        this.row = row;
        this.height = height;
        int from = packAll ? 0 : fullRows();
        transposed.pack(term, row + from, depth, height - from, packed.data(), from, ROWS);
    }

    /** Returns the number of rows that fill whole register blocks. */
    int fullRows() {
        return height - height % GemmMicroKernel.ROWS;
    }

    /** Returns the rows that fill whole register blocks. */
    PanelA panel() {
        return packAll ? packed : inPlace;
    }

    /** Returns the index in {@link #panel} at which the first row begins. */
    int position() {
        return packAll ? 0 : a.indexOf(row, term);
    }

    /** Returns the distance between the rows of {@link #panel}. */
    int rowStride() {
        return packAll ? 1 : a.rowStride();
    }

    /** Returns the rows after the full ones, too few for a register block. */
    PanelA lastPanel() {
        return packed;
    }

    /** Returns the index in {@link #lastPanel} at which its first row begins. */
    int lastPosition() {
        return fullRows();
    }
}
