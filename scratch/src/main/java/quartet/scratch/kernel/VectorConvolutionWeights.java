package quartet.scratch.kernel;

import java.util.Arrays;
import quartet.scratch.kernel.Workspace.Role;

/**
 * Gradients of a convolution by its weights and bias, as inner products over the positions of the window.
 * <pre>{@code
 * dw[o, (c,u,v)] = sum_q dy[o, q] plane_c[q + u width + v];    db[o] = sum_q dy[o, q] 1;    q = i width + j
 * }</pre>
 *
 * <p>The trick: as in {@link VectorConvolution}, a row of the patch matrix is a plane read from another place on. If
 * the output's gradient is copied to rows of the same width, with zeros at the positions that are left out, both stand
 * ready for {@link VectorDots}. Several images stand one below another, with a row of zeros between them, and are one
 * long image. The bias is a weight whose input is always 1. The lanes' sums live through the whole batch.
 * Each part of a batch sums up by itself; the parts' sums are added in their order. What it means: {@link
 * ScalarConvolution}.
 */
final class VectorConvolutionWeights {
    /** Images that stand one below another, so that the sums are fetched and put back less often. */
    private static final int IMAGES = 8;

    private final ConvolutionGeometry g;
    private final int parts;
    /** Weights of one output, the bias included, as many as the tiles have columns. */
    private final int taps;

    private final int outputs;
    private final float[] sums;

    /** Sums in the memory of the calling thread. */
    VectorConvolutionWeights(ConvolutionGeometry geometry, int parts) {
        this.g = geometry;
        this.parts = parts;
        taps = VectorTile.roundUp(g.taps() + 1, VectorDots.COLUMNS);
        outputs = VectorTile.roundUp(g.outputs(), VectorDots.ROWS);
        sums = Workspace.ofThread().zeros(Role.SUMS, parts * partSize());
    }

    private int partSize() {
        return outputs * taps * VectorDots.LANES;
    }

    /** Adds the gradients of some images to the sums of a part. */
    void add(float[] x, float[] dy, int part, int fromImage, int toImage) {
        Workspace workspace = Workspace.ofThread();
        VectorDots dots = workspace.dots;
        int gridSize = g.planeWidth() * g.planeHeight();
        int planeSize = g.planeSize(IMAGES) + VectorDots.LANES;
        int ones = g.inputs() * planeSize;
        int longest = VectorTile.roundUp(IMAGES * gridSize, VectorDots.LANES);
        dots.x = workspace.zeros(Role.IMAGE, ones + longest);
        Arrays.fill(dots.x, ones, ones + longest, 1);
        dots.xRows = workspace.bRows(taps);
        g.tapTable(dots.xRows, planeSize);
        Arrays.fill(dots.xRows, g.taps(), taps, ones);
        dots.y = workspace.zeros(Role.GRID, outputs * longest);
        dots.yStride = longest;
        dots.sums = sums;
        for (int image = fromImage; image < toImage; image += IMAGES) {
            int images = Math.min(IMAGES, toImage - image);
            if (images < IMAGES) {
                Arrays.fill(dots.y, 0, outputs * longest, 0);
            }
            for (int i = 0; i < images; i++) {
                g.toPlanes(x, image + i, dots.x, planeSize, i);
                toGrid(dy, (image + i) * g.resultSize(), dots.y, i * gridSize, longest);
            }
            dots.count = VectorTile.roundUp(images * gridSize, VectorDots.LANES);
            multiply(dots, part * partSize());
        }
    }

    private void multiply(VectorDots dots, int partSums) {
        int at = partSums;
        for (int o = 0; o < outputs; o += VectorDots.ROWS) {
            for (int tap = 0; tap < taps; tap += VectorDots.COLUMNS) {
                dots.add(o * dots.yStride, tap, at);
                at += VectorDots.SUMS;
            }
        }
    }

    /** One image's gradient; what stands between its rows is zero already. */
    private void toGrid(float[] dy, int image, float[] grid, int gridAt, int gridWidth) {
        int size = g.rows() * g.columns();
        for (int o = 0; o < g.outputs(); o++) {
            Rectangles.copy(
                    dy,
                    image + o * size,
                    g.columns(),
                    grid,
                    gridAt + o * gridWidth,
                    g.planeWidth(),
                    g.rows(),
                    g.columns());
        }
    }

    /** The gradients: [out, (c, u, v)] and [out]. */
    void write(float[] dw, float[] db) {
        for (int o = 0; o < g.outputs(); o++) {
            for (int tap = 0; tap < g.taps(); tap++) {
                dw[o * g.taps() + tap] = sum(o, tap);
            }
            db[o] = sum(o, g.taps());
        }
    }

    private float sum(int output, int tap) {
        int row = output % VectorDots.ROWS;
        int column = tap % VectorDots.COLUMNS;
        int tile = (output - row) * taps + (tap - column) * VectorDots.ROWS;
        int at = (tile + row * VectorDots.COLUMNS + column) * VectorDots.LANES;
        float sum = 0;
        for (int part = 0; part < parts; part++) {
            for (int lane = 0; lane < VectorDots.LANES; lane++) {
                sum += sums[part * partSize() + at + lane];
            }
        }
        return sum;
    }
}
