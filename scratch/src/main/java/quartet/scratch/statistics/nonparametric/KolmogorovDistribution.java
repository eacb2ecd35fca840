package quartet.scratch.statistics.nonparametric;

import quartet.scratch.probability.discrete.Binomial;

/**
 * The distribution of Kolmogorov's distance D under the null hypothesis.
 * <pre>{@code one sample, exact:   P(D_n < d) = n! / n^n  (H^n)_kk,   H a (2k-1) x (2k-1) matrix, k = ceil(n d)
 * two samples, exact:  P(D >= d) = share of the lattice paths from (0, 0) to (n, m) that touch |i m - j n| >= n m d
 * limit:               P(sqrt(n) D > t) = 2 sum_{j>=1} (-1)^(j-1) e^(-2 j^2 t^2)}</pre>
 * The one-sample probability is exact up to n = 1000; beyond, {@link PelzGood} is accurate to 1e-7. If n d^2 > 4, 1 -
 * {@code P(D < d)} would cancel. D then exceeds d practically always on one side only, so twice the one-sided
 * probability is accurate to ten digits for any n. The two-sample probability is exact up to n m = 10^6; beyond, the
 * limit is used.
 * Source: Marsaglia, Tsang and Wang, "Evaluating Kolmogorov's distribution" (2003); Birnbaum and Tingey (1951) for one
 * side, used as Simard and L'Ecuyer (2011) propose; Hodges, "The significance probability of the Smirnov two-sample
 * test" (1958).
 */
final class KolmogorovDistribution {

    private static final int EXACT_SAMPLE_SIZE = 1_000;
    private static final long EXACT_PRODUCT = 1_000_000;
    private static final double TAIL = 4;

    private KolmogorovDistribution() {}

    /** Returns P(D_n >= d). */
    static double oneSample(int n, double d) {
        if (n * d * d > TAIL) {
            return Math.min(1, 2 * oneSided(n, d));
        }
        return n <= EXACT_SAMPLE_SIZE ? 1 - matrixPower(n, d) : PelzGood.survival(n, d);
    }

    /**
     * Returns P(max over x of F_n(x) - F(x) >= d), computed as a sum of positive terms.
     * <pre>{@code sum_{j=0..floor(n(1-d))} (n choose j) d (d + j/n)^(j-1) (1 - d - j/n)^(n-j)}</pre>
     */
    private static double oneSided(int n, double d) {
        double sum = 0;
        for (int j = 0; j <= n * (1 - d); j++) {
            double level = Math.min(1, d + (double) j / n);
            sum += d / level * new Binomial(n, level).mass(j);
        }
        return sum;
    }

    /** Returns P(D >= largest / (n m)). */
    static double twoSample(int n, int m, long largest) {
        double product = (double) n * m;
        if (product > EXACT_PRODUCT) {
            return limit(largest / product * Math.sqrt(product / ((double) n + m)));
        }
        return shareOfPathsOutside(n, m, largest);
    }

    /** Returns the tail of the limiting distribution. */
    static double limit(double t) {
        if (t < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int j = 1; j <= 100; j++) {
            double term = Math.exp(-2.0 * j * j * t * t);
            sum += j % 2 == 1 ? term : -term;
        }
        return Math.min(1, 2 * sum);
    }

    /**
     * Returns the fraction of the lattice paths to (n, m) that touch the bound. The loop computes this fraction for the
     * paths to every lattice point. A step to (i, j) comes from (i-1, j) or (i, j-1) with the odds i : j, which makes
     * all paths equally likely. Counting the paths that touch the bound keeps tiny p-values accurate.
     */
    private static double shareOfPathsOutside(int n, int m, long largest) {
        double[] outside = new double[m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (Math.abs((long) i * m - (long) j * n) >= largest) {
                    outside[j] = 1;
                } else if (i + j > 0) {
                    double fromLeft = i == 0 ? 0 : outside[j] * i;
                    double fromBelow = j == 0 ? 0 : outside[j - 1] * j;
                    outside[j] = (fromLeft + fromBelow) / ((double) i + j);
                }
            }
        }
        return outside[m];
    }

    private static double matrixPower(int n, double d) {
        int k = (int) (n * d) + 1;
        int size = 2 * k - 1;
        Scaled power = power(transitions(size, k - n * d), n);
        double value = power.matrix[k - 1][k - 1];
        int exponent = power.exponent;
        // The factor n! / n^n is applied in parts to stay in range.
        for (int i = 1; i <= n; i++) {
            value *= (double) i / n;
            if (value < 1e-140) {
                value *= 1e140;
                exponent -= 140;
            }
        }
        return Math.min(1, value * Math.pow(10, exponent));
    }

    /** Returns the matrix H of the paper for h = k - n d. */
    private static double[][] transitions(int size, double h) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < Math.min(i + 2, size); j++) {
                matrix[i][j] = 1;
            }
        }
        for (int i = 0; i < size; i++) {
            matrix[i][0] -= Math.pow(h, i + 1);
            matrix[size - 1][i] -= Math.pow(h, size - i);
        }
        matrix[size - 1][0] += 2 * h > 1 ? Math.pow(2 * h - 1, size) : 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < Math.min(i + 2, size); j++) {
                for (int g = 1; g <= i - j + 1; g++) {
                    matrix[i][j] /= g;
                }
            }
        }
        return matrix;
    }

    /** A matrix times 10^exponent. */
    private static final class Scaled {
        final double[][] matrix;
        final int exponent;

        Scaled(double[][] matrix, int exponent) {
            this.matrix = matrix;
            this.exponent = exponent;
        }
    }

    /** Computes the power by repeated squaring. */
    private static Scaled power(double[][] matrix, int n) {
        if (n == 1) {
            return new Scaled(matrix, 0);
        }
        Scaled half = power(matrix, n / 2);
        double[][] square = product(half.matrix, half.matrix);
        double[][] result = n % 2 == 0 ? square : product(matrix, square);
        int exponent = 2 * half.exponent;
        int middle = result.length / 2;
        if (result[middle][middle] > 1e140) {
            for (double[] row : result) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= 1e-140;
                }
            }
            exponent += 140;
        }
        return new Scaled(result, exponent);
    }

    private static double[][] product(double[][] a, double[][] b) {
        int size = a.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int l = 0; l < size; l++) {
                for (int j = 0; j < size; j++) {
                    product[i][j] += a[i][l] * b[l][j];
                }
            }
        }
        return product;
    }
}
