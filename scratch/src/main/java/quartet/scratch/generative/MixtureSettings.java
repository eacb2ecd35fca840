package quartet.scratch.generative;

import quartet.scratch.argument.Require;

/**
 * The settings of a Gaussian mixture fit.
 *
 * @param components K, at least 1
 * @param covariance the type of the covariance matrices
 * @param penalty lambda >= 0, in the squared unit of the features, which penalizes small variances. With 0, the fit is
 *     maximum likelihood, whose likelihood is unbounded because a component can shrink to one row
 * @param tolerance the fit stops if a step improves the mean objective per row by less, in nats; positive
 * @param maxIterations the largest number of steps, at least 1
 */
public record MixtureSettings(
        int components, Covariance covariance, double penalty, double tolerance, int maxIterations) {

    /** The type of the covariance matrices. */
    public enum Covariance {
        /** Unrestricted, {@code d (d + 1) / 2} numbers for each component. */
        FULL,
        /** Diagonal, d numbers for each component. */
        DIAGONAL
    }

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if a value is out of range
     */
    public MixtureSettings {
        Require.atLeast("GaussianMixture", "components", 1, components);
        Require.notNegative("GaussianMixture", "penalty", penalty);
        Require.positive("GaussianMixture", "tolerance", tolerance);
        Require.atLeast("GaussianMixture", "iterations", 1, maxIterations);
    }

    /**
     * Returns settings for standardized features: full covariances, penalty 1e-6, tolerance 1e-6 and at most 200 steps.
     */
    public static MixtureSettings ofComponents(int components) {
        return new MixtureSettings(components, Covariance.FULL, 1e-6, 1e-6, 200);
    }
}
