package quartet.scratch.kernel;

import quartet.scratch.kernel.VectorGemm.Product;
import quartet.scratch.kernel.VectorGemm.Start;
import quartet.scratch.kernel.Workspace.Indices;
import quartet.scratch.kernel.Workspace.Role;

/** So many terms of the sums in some columns of a {@link VectorGemm}: B is copied where that pays, then rows follow. */
final class GemmBlock {
    private final Product product;
    private final int depth;
    private final int count;
    /** Whether the panels of B that are full are read where they stand. */
    private final boolean inPlace;

    private final int toRow;
    /** The numbers in a panel of A. */
    private final int panelSize;

    private final int fromColumn;
    private final int toColumn;

    private final Start start;
    private final PanelTile tile;
    private final float[] panelsOfA;
    private final float[] panelsOfB;
    private final int[] termsOfB;
    private final float[] startRow;
    private final float[] edge;

    GemmBlock(Product product, int depth, int count, boolean inPlace, int toRow, int fromColumn, int toColumn) {
        this.product = product;
        this.depth = depth;
        this.count = count;
        this.inPlace = inPlace;
        this.toRow = toRow;
        this.fromColumn = fromColumn;
        this.toColumn = toColumn;
        start = depth == 0 ? product.start() : Start.RESULT;
        Workspace workspace = Workspace.ofThread();
        tile = workspace.panelTile;
        tile.aTerms = VectorGemm.TERMS_OF_A;
        tile.depth = count;
        tile.floor = depth + count == product.k() ? product.floor() : Float.NEGATIVE_INFINITY;
        int width = Tile.roundUp(toColumn - fromColumn, PanelTile.COLUMNS);
        panelSize = PanelTile.DISTANCE * count;
        panelsOfA = workspace.floats(Role.PANELS_OF_A, VectorGemm.ROWS / PanelTile.ROWS * panelSize);
        panelsOfB = workspace.floats(Role.PANELS_OF_B, width * count);
        termsOfB = workspace.ints(Indices.TERMS_OF_B, count);
        for (int p = 0; p < count; p++) {
            termsOfB[p] = p * product.b().rowStride();
        }
        startRow = workspace.zeros(Role.START, width);
        edge = workspace.floats(Role.EDGE, PanelTile.ROWS * PanelTile.COLUMNS);
        copyB();
        if (start == Start.ROW) {
            System.arraycopy(product.row(), fromColumn, startRow, 0, toColumn - fromColumn);
        }
    }

    private void copyB() {
        for (int column = fromColumn; column < toColumn; column += PanelTile.COLUMNS) {
            if (!inPlace(column)) {
                int valid = Math.min(PanelTile.COLUMNS, product.n() - column);
                Panels.copyColumns(product.b(), depth, count, column, valid, panelsOfB, (column - fromColumn) * count);
            }
        }
    }

    private boolean inPlace(int column) {
        return inPlace && column + PanelTile.COLUMNS <= product.n();
    }

    /** Some rows, at most {@link VectorGemm#ROWS}. */
    void multiply(int row, int height) {
        for (int r = 0; r < height; r += PanelTile.ROWS) {
            int valid = Math.min(PanelTile.ROWS, height - r);
            Panels.copyRows(product.a(), row + r, valid, depth, count, panelsOfA, r / PanelTile.ROWS * panelSize);
        }
        tile.a = panelsOfA;
        for (int column = fromColumn; column < toColumn; column += PanelTile.COLUMNS) {
            int bStart;
            if (inPlace(column)) {
                tile.b = product.b().data();
                tile.bTerms = termsOfB;
                bStart = depth * product.b().rowStride() + column;
            } else {
                tile.b = panelsOfB;
                tile.bTerms = VectorGemm.TERMS_OF_B;
                bStart = (column - fromColumn) * count;
            }
            tile.columns = Math.min(PanelTile.COLUMNS, product.n() - column);
            for (int r = 0; r < height; r += PanelTile.ROWS) {
                int aStart = r / PanelTile.ROWS * panelSize;
                multiply(aStart, bStart, row + r, column, Math.min(PanelTile.ROWS, height - r));
            }
        }
    }

    /** One tile, of rows that may be too few. */
    private void multiply(int aStart, int bStart, int row, int column, int height) {
        int at = row * product.n() + column;
        if (height == PanelTile.ROWS && (tile.columns == PanelTile.COLUMNS || isOverwritten(row))) {
            tile.c = product.c();
            tile.cStride = product.n();
            multiply(aStart, bStart, column, at);
            return;
        }
        tile.c = edge;
        tile.cStride = PanelTile.COLUMNS;
        if (start == Start.RESULT) {
            Rectangles.copy(product.c(), at, product.n(), edge, 0, PanelTile.COLUMNS, height, tile.columns);
        }
        multiply(aStart, bStart, column, 0);
        Rectangles.copy(edge, 0, PanelTile.COLUMNS, product.c(), at, product.n(), height, tile.columns);
    }

    /**
     * Whether what a tile writes beyond its columns is overwritten with the rows that follow, all by this thread: so it
     * is where one panel holds whole rows, and enough of them are still to come.
     */
    private boolean isOverwritten(int row) {
        return product.n() < PanelTile.COLUMNS
                && start != Start.RESULT
                && (row + PanelTile.ROWS - 1) * product.n() + PanelTile.COLUMNS <= toRow * product.n();
    }

    /** The tile at a place in its c. */
    private void multiply(int aStart, int bStart, int column, int cStart) {
        if (start == Start.RESULT) {
            tile.start = tile.c;
            tile.startStride = tile.cStride;
            tile.multiply(aStart, bStart, cStart, cStart);
        } else {
            tile.start = startRow;
            tile.startStride = 0;
            tile.multiply(aStart, bStart, column - fromColumn, cStart);
        }
    }
}
