package quartet.scratch.statistics.nonparametric;

/**
 * The asymptotic expansion of Kolmogorov's distribution for large samples, with z = sqrt(n) d.
 * <pre>{@code
 * P(D_n <= d) = K0(z) + K1(z) / n^(1/2) + K2(z) / n + K3(z) / n^(3/2) + O(1 / n^2)
 *
 * with q = e^(-pi^2 m^2 / (8 z^2)), sums over odd m > 0, and r = e^(-pi^2 k^2 / (2 z^2)), sums over k > 0:
 * K0 = sqrt(2 pi) / z sum q
 * K1 = sqrt(2 pi) / (6 z^4) sum (pi^2/4 m^2 - z^2) q
 * K2 = sqrt(2 pi) / (72 z^7) sum (6 z^6 + 2 z^4 + pi^2/4 (2 z^4 - 5 z^2) m^2 + pi^4/16 (1 - 2 z^2) m^4) q
 *    - pi^2 sqrt(2 pi) / (36 z^3) sum k^2 r
 * K3 = sqrt(2 pi) / (6480 z^10) sum (-30 z^6 - 90 z^8 + pi^2/4 (135 z^4 - 96 z^6) m^2
 *                                    + pi^4/16 (212 z^4 - 60 z^2) m^4 + pi^6/64 (5 - 30 z^2) m^6) q
 *    + pi^2 sqrt(2 pi) / (216 z^6) sum (3 z^2 - pi^2 k^2) k^2 r
 * }</pre>
 * Source: Pelz and Good, "Approximating the lower tail-areas of the Kolmogorov-Smirnov one-sample statistic" (1976);
 * Simard and L'Ecuyer, "Computing the two-sided Kolmogorov-Smirnov distribution" (2011).
 */
final class PelzGood {

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    /** For a smaller z, the probability of a smaller distance is below 1e-300. */
    private static final double SMALLEST = 0.0422;

    private PelzGood() {}

    /** Returns P(D_n > d). */
    static double survival(int n, double d) {
        double z = Math.sqrt(n) * d;
        if (z < SMALLEST) {
            return 1;
        }
        double[] k = terms(z);
        double root = Math.sqrt(n);
        double cumulative = k[0] + (k[1] + (k[2] + k[3] / root) / root) / root;
        return Math.max(0, Math.min(1, 1 - cumulative));
    }

    private static double[] terms(double z) {
        double z2 = z * z;
        double z4 = z2 * z2;
        double z6 = z4 * z2;
        double p2 = Math.PI * Math.PI;
        double[] k = new double[4];
        int count = (int) Math.ceil(16 * z / Math.PI);
        for (int i = count; i >= 1; i--) {
            double m2 = (2.0 * i - 1) * (2.0 * i - 1) * p2 / 4;
            double q = Math.exp(-m2 / (2 * z2));
            k[0] += q;
            k[1] += (m2 - z2) * q;
            k[2] += (6 * z6 + 2 * z4 + (2 * z4 - 5 * z2) * m2 + (1 - 2 * z2) * m2 * m2) * q;
            k[3] += (-30 * z6
                            - 90 * z4 * z4
                            + (135 * z4 - 96 * z6) * m2
                            + (212 * z4 - 60 * z2) * m2 * m2
                            + (5 - 30 * z2) * m2 * m2 * m2)
                    * q;
        }
        k[0] *= ROOT_TWO_PI / z;
        k[1] *= ROOT_TWO_PI / (6 * z4);
        k[2] *= ROOT_TWO_PI / (72 * z6 * z);
        k[3] *= ROOT_TWO_PI / (6480 * z6 * z4);
        for (int i = count; i >= 1; i--) {
            double square = (double) i * i;
            double r = square * Math.exp(-p2 * square / (2 * z2));
            k[2] -= p2 * ROOT_TWO_PI / (36 * z2 * z) * r;
            k[3] += p2 * ROOT_TWO_PI / (216 * z6) * (3 * z2 - p2 * square) * r;
        }
        return k;
    }
}
