package quartet.scratch.kernel.vector.gemm;

import java.util.Arrays;
import quartet.scratch.kernel.vector.microkernel.GemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernels;
import quartet.scratch.kernel.vector.microkernel.PanelB;
import quartet.scratch.kernel.vector.microkernel.WideGemmMicroKernel;
import quartet.scratch.kernel.vector.runtime.Simd;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;
import quartet.scratch.kernel.vector.runtime.Workspace.Offsets;

/**
 * Supplies the columns of op(B) to the micro-kernel in panels as wide as a block of C. A panel is packed in the order in
 * which it is read and padded with columns of zeros. With few rows of A to multiply, packing does not pay, and full
 * panels are read in place.
 */
final class OperandB {
    /** The number of rows of A from which packing pays although the panel could be read in place. */
    private static final int MIN_ROWS_TO_PACK = 128;

    private static final int[] PACKED_TERMS = Workspace.multiples(Gemm.DEPTH, GemmMicroKernel.COLUMNS);
    private static final int[] WIDE_PACKED_TERMS = Workspace.multiples(Gemm.DEPTH, WideGemmMicroKernel.COLUMNS);

    private final MatrixView b;
    private final int term;
    private final int depth;
    private final int fromColumn;
    private final int toColumn;
    private final boolean mayReadInPlace;
    private final PanelB inPlace;
    private final PanelB packed;
    private final PanelB widePacked;

    /**
     * Creates the operand from the rows term..term+depth-1 and a range of columns of op(B), for the given number of
     * rows of A.
     */
    OperandB(MatrixView b, int term, int depth, int fromColumn, int toColumn, int rowsOfA) {
        this.b = b;
        this.term = term;
        this.depth = depth;
        this.fromColumn = fromColumn;
        this.toColumn = toColumn;
        mayReadInPlace = b.columnStride() == 1 && rowsOfA < MIN_ROWS_TO_PACK;
        Workspace workspace = Workspace.ofThread();
        inPlace = new PanelB(b.data(), workspace.multiples(Offsets.TERMS_OF_B, depth, b.rowStride()));
        int columns = Simd.roundUp(toColumn - fromColumn, WideGemmMicroKernel.COLUMNS);
        float[] panels = workspace.floats(Buffer.PACKED_B, columns * depth);
        packed = new PanelB(panels, PACKED_TERMS);
        widePacked = new PanelB(panels, WIDE_PACKED_TERMS);
        for (int column = fromColumn; column < toColumn; column += width(column)) {
            if (!isInPlace(column)) {
                pack(panels, column, width(column));
            }
        }
    }

    private void pack(float[] panels, int column, int width) {
        int at = (column - fromColumn) * depth;
        int valid = Math.min(width, toColumn - column);
        if (valid < width) {
            Arrays.fill(panels, at, at + width * depth, 0);
        }
        b.pack(term, column, depth, valid, panels, at, width);
    }

    private boolean isWide(int column) {
        return toColumn - column > GemmMicroKernel.COLUMNS;
    }

    private int width(int column) {
        return isWide(column) ? WideGemmMicroKernel.COLUMNS : GemmMicroKernel.COLUMNS;
    }

    private boolean isInPlace(int column) {
        return mayReadInPlace && column + width(column) <= toColumn;
    }

    /** Returns the micro-kernel for the panel that begins with a column; its block is as wide as the panel. */
    MicroKernel kernel(int column) {
        return isWide(column) ? MicroKernels.WIDE_GEMM : MicroKernels.GEMM;
    }

    /** Returns the panel that begins with a column. */
    PanelB panel(int column) {
        if (isInPlace(column)) {
            return inPlace;
        }
        return isWide(column) ? widePacked : packed;
    }

    /** Returns the index in {@link #panel} at which the panel begins. */
    int position(int column) {
        return isInPlace(column) ? b.indexOf(term, column) : (column - fromColumn) * depth;
    }
}
