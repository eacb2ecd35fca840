package quartet.scratch.kernel.vector.convolution;

import quartet.scratch.kernel.vector.microkernel.ConvolutionMicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideWeightGradientMicroKernel;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Role;

/** The four transformed images of {@link WinogradTransforms#image}, in the memory of the calling thread. */
public final class WinogradImage {
    private static final int LANES = MicroKernel.LANES;

    private final ConvolutionGeometry g;
    /** Pairs of positions in a row. */
    private final int pairs;
    /** Rows of an image with its border. */
    private final int rows;

    private final int blocks;
    /** The numbers in one block of channels of the image with its border. */
    private final int blockSize;
    /** The numbers in one block of channels of a transformed image; tiles read some pairs behind it. */
    private final int size;

    public WinogradImage(ConvolutionGeometry geometry) {
        g = geometry;
        pairs = g.columns() / 2;
        rows = g.rows() + g.kernelHeight() - 1;
        blocks = (g.inputs() + LANES - 1) / LANES;
        blockSize = g.planeSize() * LANES;
        size = (rows * pairs + ConvolutionMicroKernel.ROWS) * LANES;
    }

    /** Whether there are rows of three weights, and positions come in pairs; tiles need a vector's channels together. */
    public static boolean fits(ConvolutionGeometry g) {
        return g.kernelWidth() == 3 && g.columns() % 2 == 0 && LANES == WideWeightGradientMicroKernel.DISTANCE;
    }

    /** Zeros around the images to come. */
    public void clear() {
        Workspace.ofThread().zeros(Role.IMAGE, blocks * blockSize);
    }

    /** The image that begins at a position of x, transformed. */
    public float[] transform(float[] x, int at) {
        Workspace workspace = Workspace.ofThread();
        float[] plane = workspace.floats(Role.IMAGE, blocks * blockSize);
        float[] transformed = workspace.floats(Role.TRANSFORMED, WinogradTransforms.PRODUCTS * blocks * size);
        ChannelBlockedLayout.copyImage(g, x, at, plane, blockSize);
        for (int block = 0; block < blocks; block++) {
            for (int row = 0; row < rows; row++) {
                int from = block * blockSize + row * g.planeWidth() * LANES;
                WinogradTransforms.image(plane, from, transformed, start(0, block, row), blocks * size, pairs);
            }
        }
        return transformed;
    }

    /** Where a row of pairs begins in transformed image k. */
    public int start(int k, int block, int row) {
        return (k * blocks + block) * size + row * pairs * LANES;
    }
}
