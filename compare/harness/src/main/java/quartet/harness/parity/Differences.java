package quartet.harness.parity;

import java.util.Arrays;
import quartet.contract.Tensor;

/** Differences between tensors. A difference that is not finite counts as the largest double. */
public final class Differences {
    private Differences() {}

    /** Returns {@code max |actual - expected| / max |expected|}, or the largest double if the shapes differ. */
    static double between(Tensor actual, Tensor expected) {
        if (!Arrays.equals(actual.shape(), expected.shape())) {
            return Double.MAX_VALUE;
        }
        return between(actual, doubles(expected.data()));
    }

    /** Returns the same as {@link #between(Tensor, Tensor)}; both arguments have the same order. */
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

    /** Returns {@code max |residual| / max |expected|}, or {@code max |residual|} if all expected values are 0. */
    public static double relative(double[] residual, double[] expected) {
        double worst = largest(residual);
        double largest = largest(expected);
        return largest == 0 || worst == Double.MAX_VALUE ? worst : worst / largest;
    }

    /** Returns the largest absolute value. */
    public static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, finite(Math.abs(value)));
        }
        return largest;
    }

    /** Replaces NaN and infinity, because NaN would pass as a small difference. */
    public static double finite(double difference) {
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
