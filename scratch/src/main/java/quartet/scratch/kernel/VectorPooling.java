package quartet.scratch.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import quartet.scratch.tensor.Tensor;

/**
 * Maximum over windows and its gradient on plain arrays.
 *
 * <p>The trick: which of two numbers is larger cannot be guessed, and a processor that guesses wrong starts over. So
 * windows of 2 x 2, by far the most frequent, are compared by vectors, without a branch. The numbers at the even places
 * of two neighbouring vectors are gathered in one vector and those at the odd places in another, which makes each lane
 * a window of its own. What it means: {@link ScalarKernels#maxPool}.
 */
record VectorPooling(int planes, int height, int width, int rows, int columns, int window, int stride) {
    private static final VectorSpecies<Float> SPECIES = VectorTile.SPECIES;
    private static final int LANES = VectorTile.LANES;
    private static final VectorSpecies<Integer> INTEGERS = IntVector.SPECIES_PREFERRED;
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(SPECIES, i -> 2 * i % LANES);
    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(SPECIES, i -> 2 * i % LANES + 1);
    private static final VectorMask<Float> UPPER_HALF =
            VectorMask.fromLong(SPECIES, -1L << (LANES / 2) & (1L << LANES) - 1);
    private static final IntVector TWICE_THE_LANE = IntVector.zero(INTEGERS).addIndex(2);
    /** A number whose last bit counts ones: added to a small whole number, it leaves that in the last bits. */
    private static final float WHOLE = 1 << 23;

    private static final int WHOLE_BITS = Float.floatToIntBits(WHOLE);
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
        int end = toPlane * rows * columns;
        for (int plane = fromPlane; plane < toPlane; plane++) {
            for (int row = 0; row < rows; row++) {
                int corner = (plane * height + row * stride) * width;
                int to = (plane * rows + row) * columns;
                if (window == 2 && stride == 2) {
                    pairs(x, corner, y, to, argmax, end);
                } else {
                    windows(x, corner, width, window, stride, y, to, columns, argmax);
                }
            }
        }
    }

    /** A row of windows of 2 x 2. */
    private void pairs(float[] x, int corner, float[] y, int to, int[] argmax, int end) {
        int lanes = VectorTile.roundUp(columns, LANES);
        if (to + lanes > end || corner + width + 2 * lanes > x.length) {
            windows(x, corner, width, 2, 2, y, to, columns, argmax);
        } else if (WARM_UP.isFinished()) {
            pairsOrNaN(x, corner, y, to, argmax);
        } else {
            boolean vectors = WARM_UP.isTry();
            long begin = System.nanoTime();
            if (vectors) {
                pairsOrNaN(x, corner, y, to, argmax);
            } else {
                windows(x, corner, width, 2, 2, y, to, columns, argmax);
            }
            WARM_UP.record(vectors, System.nanoTime() - begin, columns);
        }
    }

    private void pairsOrNaN(float[] x, int corner, float[] y, int to, int[] argmax) {
        if (!pairsVectors(x, corner, width, y, to, columns, argmax)) {
            windows(x, corner, width, 2, 2, y, to, columns, argmax);
        }
    }

    /**
     * Reads and writes whole vectors: what it finds beyond the end of a row is of no use, and what it writes there is
     * overwritten with the next row.
     *
     * @return whether no number was NaN, to which comparisons are blind
     */
    private static boolean pairsVectors(
            float[] x, int corner, int width, float[] y, int to, int columns, int[] argmax) {
        float w = width;
        FloatVector nan = FloatVector.zero(SPECIES);
        for (int j = 0; j < columns; j += LANES) {
            int i = corner + 2 * j;
            FloatVector left = FloatVector.fromArray(SPECIES, x, i);
            FloatVector right = FloatVector.fromArray(SPECIES, x, i + LANES);
            FloatVector sum = left.add(right);
            FloatVector maximum = left.rearrange(EVEN).blend(right.rearrange(EVEN), UPPER_HALF);
            FloatVector candidate = left.rearrange(ODD).blend(right.rearrange(ODD), UPPER_HALF);
            VectorMask<Float> greater = candidate.compare(VectorOperators.GT, maximum);
            maximum = maximum.blend(candidate, greater);
            FloatVector offset = FloatVector.zero(SPECIES).blend(1f, greater);
            left = FloatVector.fromArray(SPECIES, x, i + width);
            right = FloatVector.fromArray(SPECIES, x, i + width + LANES);
            sum = sum.add(left).add(right);
            FloatVector below = left.rearrange(EVEN).blend(right.rearrange(EVEN), UPPER_HALF);
            candidate = left.rearrange(ODD).blend(right.rearrange(ODD), UPPER_HALF);
            greater = candidate.compare(VectorOperators.GT, below);
            below = below.blend(candidate, greater);
            FloatVector offsetBelow = FloatVector.broadcast(SPECIES, w).blend(w + 1, greater);
            greater = below.compare(VectorOperators.GT, maximum);
            maximum.blend(below, greater).intoArray(y, to + j);
            offset = offset.blend(offsetBelow, greater);
            IntVector index = offset.add(WHOLE).reinterpretAsInts().add(TWICE_THE_LANE);
            index.add(i - WHOLE_BITS).intoArray(argmax, to + j);
            nan = nan.add(sum.sub(sum));
        }
        return !nan.compare(VectorOperators.NE, nan).anyTrue();
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
