package quartet.scratch.kernel.scalar;

import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/**
 * The two inner loops of the scalar kernels, over contiguous parts of tensors, in each precision. C2 vectorizes such
 * loops over plain arrays.
 */
final class Rows {
    private Rows() {}

    /** Adds a multiple of a row: {@code y[yOffset + i] += a x[xOffset + i]} for i in 0..count-1. */
    static void addScaled(double a, Tensor x, int xOffset, Tensor y, int yOffset, int count) {
        if (x instanceof FloatTensor from && y instanceof FloatTensor to) {
            addScaled((float) a, from.data(), xOffset, to.data(), yOffset, count);
        } else if (x instanceof DoubleTensor from && y instanceof DoubleTensor to) {
            addScaled(a, from.data(), xOffset, to.data(), yOffset, count);
        } else {
            throw differentPrecisions(x, y);
        }
    }

    /** Returns the dot product {@code sum_i x[xOffset + i] y[yOffset + i]} for i in 0..count-1. */
    static double dot(Tensor x, int xOffset, Tensor y, int yOffset, int count) {
        if (x instanceof FloatTensor left && y instanceof FloatTensor right) {
            return dot(left.data(), xOffset, right.data(), yOffset, count);
        } else if (x instanceof DoubleTensor left && y instanceof DoubleTensor right) {
            return dot(left.data(), xOffset, right.data(), yOffset, count);
        }
        throw differentPrecisions(x, y);
    }

    private static void addScaled(float a, float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            y[yOffset + i] += a * x[xOffset + i];
        }
    }

    private static void addScaled(double a, double[] x, int xOffset, double[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            y[yOffset + i] += a * x[xOffset + i];
        }
    }

    /** Returns the sum of four partial sums, because each addition to a single sum would wait for the previous one. */
    private static float dot(float[] x, int xOffset, float[] y, int yOffset, int count) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            sum0 += x[xOffset + i] * y[yOffset + i];
            sum1 += x[xOffset + i + 1] * y[yOffset + i + 1];
            sum2 += x[xOffset + i + 2] * y[yOffset + i + 2];
            sum3 += x[xOffset + i + 3] * y[yOffset + i + 3];
        }
        for (; i < count; i++) {
            sum0 += x[xOffset + i] * y[yOffset + i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    private static double dot(double[] x, int xOffset, double[] y, int yOffset, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += x[xOffset + i] * y[yOffset + i];
        }
        return sum;
    }

    private static IllegalArgumentException differentPrecisions(Tensor x, Tensor y) {
        return new IllegalArgumentException("Kernels: expected tensors of one precision, but was " + x + " and " + y);
    }
}
