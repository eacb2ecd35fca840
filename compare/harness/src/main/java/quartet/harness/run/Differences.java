package quartet.harness.run;

import java.util.Arrays;
import quartet.contract.Tensor;

/** Differences between tensors. Whatever is not a finite number counts as the largest difference there is. */
final class Differences {
    private Differences() {}

    /** {@code max |actual - expected| / max |expected|}; the largest number if the shapes differ. */
    static double between(Tensor actual, Tensor expected) {
        if (!Arrays.equals(actual.shape(), expected.shape())) {
            return Double.MAX_VALUE;
        }
        return between(actual, doubles(expected.data()));
    }

    /** As {@link #between(Tensor, Tensor)}; the numbers are in the same order. */
    static double between(Tensor actual, double[] expected) {
        if (actual.size() != expected.length) {
            return Double.MAX_VALUE;
        }
        double[] residual = doubles(actual.data());
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= expected[i];
        }
        return relative(residual, expected);
    }

    /** {@code max |residual| / max |expected|}; the largest residual itself if everything expected is 0. */
    static double relative(double[] residual, double[] expected) {
        double worst = largest(residual);
        double largest = largest(expected);
        return largest == 0 || worst == Double.MAX_VALUE ? worst : worst / largest;
    }

    /** Returns the largest absolute value. */
    static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, finite(Math.abs(value)));
        }
        return largest;
    }

    /** NaN must not pass as small. */
    static double finite(double difference) {
        return Double.isFinite(difference) ? difference : Double.MAX_VALUE;
    }

    private static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }
}
