package quartet.scratch.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import quartet.scratch.tensor.Tensor;

/**
 * Maximum over windows and its gradient on plain arrays.
 *
 * <p>The trick: which of two numbers is larger cannot be guessed, and a processor that guesses wrong starts over. So
 * windows of 2 x 2, by far the most frequent, are compared by vectors, without a branch: one comparison for each place
 * in the window, at every position of the row. Every second position is one that was asked for. What it means: {@link
 * ScalarKernels#maxPool}.
 */
record VectorPooling(int planes, int height, int width, int rows, int columns, int window, int stride) {
    private static final VectorSpecies<Float> SPECIES = VectorTile.SPECIES;
    private static final int LANES = VectorTile.LANES;
    private static final WarmUp WARM_UP = new WarmUp();

    static VectorPooling of(Tensor x, int window, int stride, Tensor y) {
        return new VectorPooling(
                y.dimension(0) * y.dimension(1),
                x.dimension(2),
                x.dimension(3),
                y.dimension(2),
                y.dimension(3),
                window,
                stride);
    }

    /** Planes fromPlane..toPlane-1 of the output. */
    void forward(float[] x, float[] y, int[] argmax, int fromPlane, int toPlane) {
        float[] found = Workspace.ofThread().floats(Workspace.Role.EDGE, 3 * LANES);
        for (int plane = fromPlane; plane < toPlane; plane++) {
            for (int row = 0; row < rows; row++) {
                int corner = (plane * height + row * stride) * width;
                int to = (plane * rows + row) * columns;
                if (window == 2 && stride == 2) {
                    pairs(x, corner, width, y, to, columns, argmax, found);
                } else {
                    windows(x, corner, width, window, stride, y, to, columns, argmax);
                }
            }
        }
    }

    private static void pairs(
            float[] x, int corner, int width, float[] y, int to, int columns, int[] argmax, float[] found) {
        int read = VectorTile.roundUp(2 * columns, LANES);
        if (corner + width + 1 + read > x.length) {
            windows(x, corner, width, 2, 2, y, to, columns, argmax);
        } else if (WARM_UP.isFinished()) {
            pairsVectors(x, corner, width, y, to, columns, argmax, found);
        } else {
            boolean vectors = WARM_UP.isTry();
            long begin = System.nanoTime();
            if (vectors) {
                pairsVectors(x, corner, width, y, to, columns, argmax, found);
            } else {
                windows(x, corner, width, 2, 2, y, to, columns, argmax);
            }
            WARM_UP.record(vectors, System.nanoTime() - begin, read);
        }
    }

    /** Reads beyond the end of a row, and does not use what it finds there. */
    private static void pairsVectors(
            float[] x, int corner, int width, float[] y, int to, int columns, int[] argmax, float[] found) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int j = 0; j < columns; j += LANES / 2) {
            int i = corner + 2 * j;
            FloatVector maximum = FloatVector.fromArray(SPECIES, x, i);
            FloatVector candidate = FloatVector.fromArray(SPECIES, x, i + 1);
            FloatVector sum = maximum.add(candidate);
            VectorMask<Float> greater = candidate.compare(VectorOperators.GT, maximum);
            FloatVector offset = zero.blend(1, greater);
            maximum = maximum.blend(candidate, greater);
            candidate = FloatVector.fromArray(SPECIES, x, i + width);
            sum = sum.add(candidate);
            greater = candidate.compare(VectorOperators.GT, maximum);
            offset = offset.blend(width, greater);
            maximum = maximum.blend(candidate, greater);
            candidate = FloatVector.fromArray(SPECIES, x, i + width + 1);
            sum = sum.add(candidate);
            greater = candidate.compare(VectorOperators.GT, maximum);
            offset = offset.blend(width + 1, greater);
            maximum = maximum.blend(candidate, greater);
            maximum.intoArray(found, 0);
            offset.intoArray(found, LANES);
            sum.intoArray(found, 2 * LANES);
            int count = Math.min(LANES / 2, columns - j);
            for (int k = 0; k < count; k++) {
                y[to + j + k] = found[2 * k];
                argmax[to + j + k] = i + 2 * k + (int) found[LANES + 2 * k];
                if (Float.isNaN(found[2 * LANES + 2 * k])) {
                    windows(x, i + 2 * k, width, 2, 2, y, to + j + k, 1, argmax);
                }
            }
        }
    }

    private static void windows(
            float[] x, int corner, int width, int window, int stride, float[] y, int to, int columns, int[] argmax) {
        for (int j = 0; j < columns; j++) {
            int best = corner + j * stride;
            for (int u = 0; u < window; u++) {
                for (int v = 0; v < window; v++) {
                    int candidate = corner + u * width + j * stride + v;
                    if (x[candidate] > x[best] || Float.isNaN(x[candidate])) {
                        best = candidate;
                    }
                }
            }
            y[to + j] = x[best];
            argmax[to + j] = best;
        }
    }

    /** Planes fromPlane..toPlane-1 of the gradient, one after another, so that a plane is still in the cache. */
    void backward(float[] dy, int[] argmax, float[] dx, int fromPlane, int toPlane) {
        int inputSize = height * width;
        int outputSize = rows * columns;
        for (int plane = fromPlane; plane < toPlane; plane++) {
            Arrays.fill(dx, plane * inputSize, (plane + 1) * inputSize, 0);
            scatter(dy, argmax, dx, plane * outputSize, (plane + 1) * outputSize);
        }
    }

    private static void scatter(float[] dy, int[] argmax, float[] dx, int from, int to) {
        for (int i = from; i < to; i++) {
            dx[argmax[i]] += dy[i];
        }
    }
}
