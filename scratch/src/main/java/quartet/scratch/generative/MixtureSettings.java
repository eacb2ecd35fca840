package quartet.scratch.generative;

import quartet.scratch.argument.Require;

/**
 * What a Gaussian mixture is fitted with.
 *
 * @param components K, at least 1
 * @param covariance which covariances the components may have
 * @param penalty lambda, in the squared unit of the features, at least 0: how strongly small variances are punished.
 *     Zero is maximum likelihood, whose likelihood grows without bound when a component shrinks to one row
 * @param tolerance stop when a step improves the mean objective of a row by less, in nats; above 0
 * @param maxIterations stop after so many steps, at least 1
 */
public record MixtureSettings(
        int components, Covariance covariance, double penalty, double tolerance, int maxIterations) {

    /** The covariances of components. */
    public enum Covariance {
        /** Any: {@code d (d + 1) / 2} numbers each; ellipsoids in every direction. */
        FULL,
        /** Diagonal: d numbers each; ellipsoids along the axes. */
        DIAGONAL
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public MixtureSettings {
        Require.atLeast("GaussianMixture", "components", 1, components);
        Require.notNegative("GaussianMixture", "penalty", penalty);
        Require.positive("GaussianMixture", "tolerance", tolerance);
        Require.atLeast("GaussianMixture", "iterations", 1, maxIterations);
    }

    /** Full covariances, penalty 1e-6, tolerance 1e-6, at most 200 steps: for standardized features. */
    public static MixtureSettings ofComponents(int components) {
        return new MixtureSettings(components, Covariance.FULL, 1e-6, 1e-6, 200);
    }
}
