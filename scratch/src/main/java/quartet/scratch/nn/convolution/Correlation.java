package quartet.scratch.nn.convolution;

import quartet.scratch.kernel.Kernels;
import quartet.scratch.tensor.Tensor;

/**
 * The linear map of a convolution between images X [n, in, H, W] and Y [n, out, h, w], its adjoint and the gradient of
 * its weights, as matrix products.
 * <pre>{@code
 * C[(c,u,v), (i,j)] = X[c, position of (i,u), position of (j,v)]      a matrix for each image and group
 * toPositions:  Y = W C
 * toInputs:     C = W^T Y, and X[c,p,q] is the sum of the elements of C that correspond to it
 * weights:      dW = sum over images of dY C^T
 * }</pre>
 * Shapes: W [out, in / groups, kh, kw]. Source: Chellapilla, Puri, Simard (2006), "High Performance Convolutional
 * Neural Networks for Document Processing".
 */
final class Correlation {
    private final Window rows;
    private final Window columns;
    private final int groups;
    private final Kernels kernels;
    private Tensor patches = Tensor.none();
    private Tensor result = Tensor.none();
    private Tensor groupWeights = Tensor.none();
    private Tensor groupGradient = Tensor.none();

    Correlation(Window rows, Window columns, int groups, Kernels kernels) {
        this.rows = rows;
        this.columns = columns;
        this.groups = groups;
        this.kernels = kernels;
    }

    /** Computes Y from X. */
    void toPositions(Tensor x, Tensor w, Tensor y) {
        int size = size(y) * y.dimension(1) / groups;
        for (int group = 0; group < groups; group++) {
            Tensor matrix = weights(w, group);
            for (int n = 0; n < x.dimension(0); n++) {
                int block = n * groups + group;
                gather(x, block, y);
                result = x.reuse(result, y.dimension(1) / groups, size(y));
                kernels.matmul(matrix, false, patches, false, result, false);
                y.copyRange(block * size, result, 0, size);
            }
        }
    }

    /** Computes X from Y with the transposed map. */
    void toInputs(Tensor y, Tensor w, Tensor x) {
        x.fill(0);
        for (int group = 0; group < groups; group++) {
            Tensor matrix = weights(w, group);
            for (int n = 0; n < x.dimension(0); n++) {
                int block = n * groups + group;
                result = part(y, block, result);
                patches = x.reuse(patches, w.size() / w.dimension(0), size(y));
                kernels.matmul(matrix, true, result, false, patches, false);
                scatter(patches, block, y, x);
            }
        }
    }

    /** Computes the gradient of W from X and the gradient of Y. */
    void weightGradient(Tensor x, Tensor dy, Tensor dw) {
        dw.fill(0);
        int outputs = dy.dimension(1) / groups;
        int size = dw.size() / groups;
        for (int group = 0; group < groups; group++) {
            groupGradient = dw.reuse(groupGradient, outputs, size / outputs);
            groupGradient.fill(0);
            for (int n = 0; n < x.dimension(0); n++) {
                int block = n * groups + group;
                gather(x, block, dy);
                result = part(dy, block, result);
                kernels.matmul(result, false, patches, true, groupGradient, true);
            }
            dw.copyRange(group * size, groupGradient, 0, size);
        }
    }

    /** Returns W of a group as a matrix [out / groups, in / groups kh kw]. */
    private Tensor weights(Tensor w, int group) {
        int outputs = w.dimension(0) / groups;
        int size = w.size() / groups;
        groupWeights = w.reuse(groupWeights, outputs, size / outputs);
        groupWeights.copyRange(0, w, group * size, size);
        return groupWeights;
    }

    /** Returns the channels of one image and group as a matrix [channels, pixels]. */
    private Tensor part(Tensor images, int block, Tensor old) {
        Tensor part = images.reuse(old, images.dimension(1) / groups, size(images));
        part.copyRange(0, images, block * part.size(), part.size());
        return part;
    }

    private static int size(Tensor images) {
        return images.dimension(2) * images.dimension(3);
    }

    /** Fills the matrix C of one image and group. */
    private void gather(Tensor x, int block, Tensor y) {
        int channels = x.dimension(1) / groups;
        patches = x.reuse(patches, channels * rows.kernel() * columns.kernel(), size(y));
        int at = 0;
        for (int row = 0; row < patches.dimension(0); row++) {
            for (int i = 0; i < y.dimension(2); i++) {
                for (int j = 0; j < y.dimension(3); j++) {
                    int source = source(x, block, row, i, j);
                    patches.set(at++, source < 0 ? 0 : x.get(source));
                }
            }
        }
    }

    /** Adds the elements of C to the corresponding elements of X. */
    private void scatter(Tensor c, int block, Tensor y, Tensor x) {
        int at = 0;
        for (int row = 0; row < c.dimension(0); row++) {
            for (int i = 0; i < y.dimension(2); i++) {
                for (int j = 0; j < y.dimension(3); j++) {
                    int source = source(x, block, row, i, j);
                    if (source >= 0) {
                        x.add(source, c.get(at));
                    }
                    at++;
                }
            }
        }
    }

    /** Returns the flat index in X of an element of C, -1 in the padding; the row is that of (channel, u, v). */
    private int source(Tensor x, int block, int row, int i, int j) {
        int taps = rows.kernel() * columns.kernel();
        int channel = block * (x.dimension(1) / groups) + row / taps;
        int p = rows.input(i, row % taps / columns.kernel());
        int q = columns.input(j, row % columns.kernel());
        boolean inside = p >= 0 && p < x.dimension(2) && q >= 0 && q < x.dimension(3);
        return inside ? (channel * x.dimension(2) + p) * x.dimension(3) + q : -1;
    }
}
