package quartet.scratch.kernel;

import java.util.Arrays;
import quartet.scratch.kernel.VectorGemm.Operand;

/** Copies of parts of matrices, in the order in which a {@link PanelTile} reads them. */
final class Panels {
    /** Rows that are copied at a time: as many as a tile has. */
    private static final int GROUP = PanelTile.ROWS;

    private Panels() {}

    /**
     * Rows of op(A), {@link PanelTile#ROWS} numbers for each term of the sum; a row too few is the last one again.
     *
     * @param height the rows there are, at least one
     */
    static void copyRows(Operand a, int row, int height, int depth, int count, float[] panels, int to) {
        int at = row * a.rowStride() + depth * a.columnStride();
        if (height < PanelTile.ROWS) {
            for (int r = 0; r < PanelTile.ROWS; r++) {
                int from = at + Math.min(r, height - 1) * a.rowStride();
                spread(a.data(), from, a.columnStride(), panels, to + r, PanelTile.DISTANCE, count);
            }
        } else if (a.rowStride() == 1) {
            sideBySide(a.data(), at, a.columnStride(), panels, to, count);
        } else {
            interleave(a.data(), at, a.rowStride(), panels, to, PanelTile.DISTANCE, count);
        }
    }

    private static void sideBySide(float[] from, int at, int step, float[] panels, int to, int count) {
        int i = at;
        for (int p = 0; p < count; p++) {
            int j = to + p * PanelTile.DISTANCE;
            panels[j] = from[i];
            panels[j + 1] = from[i + 1];
            panels[j + 2] = from[i + 2];
            panels[j + 3] = from[i + 3];
            panels[j + 4] = from[i + 4];
            panels[j + 5] = from[i + 5];
            panels[j + 6] = from[i + 6];
            panels[j + 7] = from[i + 7];
            i += step;
        }
    }

    /** {@link #GROUP} rows, so that each number's neighbours are those of the other rows. */
    private static void interleave(float[] from, int at, int stride, float[] panels, int to, int step, int count) {
        int i1 = at + stride;
        int i2 = i1 + stride;
        int i3 = i2 + stride;
        int i4 = i3 + stride;
        int i5 = i4 + stride;
        int i6 = i5 + stride;
        int i7 = i6 + stride;
        int j = to;
        for (int p = 0; p < count; p++) {
            panels[j] = from[at + p];
            panels[j + 1] = from[i1 + p];
            panels[j + 2] = from[i2 + p];
            panels[j + 3] = from[i3 + p];
            panels[j + 4] = from[i4 + p];
            panels[j + 5] = from[i5 + p];
            panels[j + 6] = from[i6 + p];
            panels[j + 7] = from[i7 + p];
            j += step;
        }
    }

    /** Columns of op(B), {@link PanelTile#COLUMNS} numbers for each term of the sum; a column too few is zero. */
    static void copyColumns(Operand b, int depth, int count, int column, int width, float[] panels, int to) {
        if (width < PanelTile.COLUMNS) {
            Arrays.fill(panels, to, to + count * PanelTile.COLUMNS, 0);
        }
        int at = depth * b.rowStride() + column * b.columnStride();
        if (b.columnStride() == 1) {
            Rectangles.copy(b.data(), at, b.rowStride(), panels, to, PanelTile.COLUMNS, count, width);
        } else {
            int j = 0;
            for (; j + GROUP <= width && PanelTile.COLUMNS >= GROUP && b.rowStride() == 1; j += GROUP) {
                int from = at + j * b.columnStride();
                interleave(b.data(), from, b.columnStride(), panels, to + j, PanelTile.COLUMNS, count);
            }
            for (; j < width; j++) {
                spread(b.data(), at + j * b.columnStride(), b.rowStride(), panels, to + j, PanelTile.COLUMNS, count);
            }
        }
    }

    private static void spread(float[] from, int at, int step, float[] to, int toAt, int toStep, int count) {
        for (int p = 0; p < count; p++) {
            to[toAt + p * toStep] = from[at + p * step];
        }
    }
}
