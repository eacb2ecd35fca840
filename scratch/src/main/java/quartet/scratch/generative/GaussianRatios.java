package quartet.scratch.generative;

import java.util.Arrays;

/**
 * Ratios of weighted Gaussian densities, which are defined also where all densities underflow.
 * <pre>{@code
 * log (w_k N(x; m_k, S_k)) = log peak_k - d_k^2 / 2,   d_k the Mahalanobis distance of x from m_k
 * log ratio_k = log peak_k - (d_k - d)(d_k + d) / 2,   d = min d_k
 * }</pre>
 * The common term d^2 / 2, which may overflow, is left out.
 */
final class GaussianRatios {

    private GaussianRatios() {}

    /** Returns the logarithms of the densities up to a common constant, which keeps one of them finite. */
    static double[] of(double[] logPeaks, double[] distances) {
        double smallest = Arrays.stream(distances).min().orElseThrow();
        double[] ratios = logPeaks.clone();
        for (int k = 0; k < ratios.length; k++) {
            double excess = distances[k] - smallest;
            ratios[k] -= excess == 0 ? 0 : excess / 2 * (distances[k] + smallest);
        }
        return ratios;
    }
}
