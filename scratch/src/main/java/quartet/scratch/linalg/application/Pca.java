package quartet.scratch.linalg.application;

import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Qr;
import quartet.scratch.linalg.decomposition.Svd;

/**
 * Principal component analysis: the orthogonal directions of largest variance.
 * <pre>{@code
 * C = X - 1 mean^T = U diag(sigma) V^T
 * component j = column j of V,   its variance = sigma_j^2 / (n - 1)
 * transform:  Z = (X - 1 mean^T) W^T,   inverse:  X' = Z W + 1 mean^T,   rows of W = components
 * }</pre>
 * The components are the eigenvectors of the covariance matrix {@code C^T C / (n - 1)}. This class computes them from
 * the {@link Svd} of C, which does not square the condition number. X' is the best approximation of the data of that
 * rank ({@link LowRankApproximation}). The features are centred but not scaled; standardize features of different units
 * first. The sign of each component is chosen so that its largest entry is positive.
 *
 * <p>Source: Golub and Van Loan, section 2.4 for the decomposition; Jolliffe, Principal Component Analysis (2nd
 * edition), sections 1.1 and 3.5; Strang, Introduction to Linear Algebra, section 7.3.
 */
public final class Pca {

    private final Vector mean;
    private final Matrix components;
    private final Vector explainedVariance;
    private final double totalVariance;

    private Pca(Vector mean, Matrix components, Vector explainedVariance, double totalVariance) {
        this.mean = mean;
        this.components = components;
        this.explainedVariance = explainedVariance;
        this.totalVariance = totalVariance;
    }

    /**
     * Computes the components of the rows of X [n, features].
     *
     * @throws IllegalArgumentException if there are fewer than two rows, all rows are equal, an entry is not finite, or
     *     the number of components is not in [1, min(n, features)]
     */
    public static Pca fit(Matrix x, int components) {
        int n = x.rows();
        int limit = Math.min(n, x.columns());
        Require.that(n >= 2, "PCA: expected at least 2 rows, but was %s", x.shape());
        Require.that(
                components >= 1 && components <= limit,
                "PCA: expected a number of components in [1, %d] for %s data, but was %d",
                limit,
                x.shape(),
                components);
        RequireMatrix.finite("PCA", x);
        Vector first = x.row(0);
        Require.that(
                IntStream.range(1, n).anyMatch(i -> !x.row(i).equals(first)),
                "PCA: expected rows that differ, but all %d are equal",
                n);
        Vector mean = Vector.generate(x.columns(), j -> x.column(j).sum() / n);
        // R has the singular values and right singular vectors of the centred data, and only as many rows as features.
        Svd svd = Svd.of(Qr.of(x.plusRow(mean.scale(-1))).r());
        Vector variances = svd.singularValues().map(sigma -> sigma * sigma / (n - 1));
        Vector signs = Vector.generate(components, j -> signOfLargest(svd.v().column(j)));
        Matrix directions = Matrix.generate(
                components, x.columns(), (j, i) -> signs.get(j) * svd.v().get(i, j));
        return new Pca(mean, directions, variances.slice(0, components), variances.sum());
    }

    private static double signOfLargest(Vector direction) {
        double largest = 0;
        for (int i = 0; i < direction.size(); i++) {
            if (Math.abs(direction.get(i)) > Math.abs(largest)) {
                largest = direction.get(i);
            }
        }
        return Math.signum(largest);
    }

    /** Returns the mean of the rows [features]. */
    public Vector mean() {
        return mean;
    }

    /**
     * Returns the components, the orthonormal rows of a matrix W [components, features], in descending order of
     * variance.
     */
    public Matrix components() {
        return components;
    }

    /** Returns the variance of the data along each component [components], with the divisor n - 1. */
    public Vector explainedVariance() {
        return explainedVariance;
    }

    /**
     * Returns the fraction of the total variance that each component explains [components]. The fractions sum to at
     * most 1.
     */
    public Vector explainedVarianceRatio() {
        return explainedVariance.map(variance -> variance / totalVariance);
    }

    /**
     * Projects rows onto the components. Shapes: X [m, features], result [m, components].
     *
     * @throws IllegalArgumentException if X has another number of features
     */
    public Matrix transform(Matrix x) {
        Require.that(
                x.columns() == mean.size(),
                "PCA.transform: expected a matrix with %d columns, but was %s",
                mean.size(),
                x.shape());
        return x.plusRow(mean.scale(-1)).times(components.transpose());
    }

    /**
     * Maps coordinates back to rows. Shapes: Z [m, components], result [m, features].
     *
     * @throws IllegalArgumentException if Z has another number of components
     */
    public Matrix inverseTransform(Matrix z) {
        Require.that(
                z.columns() == components.rows(),
                "PCA.inverseTransform: expected a matrix with %d columns, but was %s",
                components.rows(),
                z.shape());
        return z.times(components).plusRow(mean);
    }
}
