package quartet.scratch.model.bayes;

import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.calculus.minimization.Lbfgs;
import quartet.scratch.calculus.minimization.Minimum;
import quartet.scratch.calculus.minimization.Objective;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Cholesky;
import quartet.scratch.model.KernelFunction;

/**
 * The parameters of a Gaussian process with a Gaussian kernel, and their choice by the evidence.
 * <pre>{@code
 * k(x, y) = v exp(-|x - y|^2 / (2 l^2)),   noise variance s^2
 * maximize log p(y | X, l, v, s^2) / n  over  l, v and s^2
 * }</pre>
 * The evidence balances fit and complexity without a validation set. It may have several local maxima; the start decides
 * which one is found.
 * Source: Rasmussen, Williams (2006), section 5.4.1, equation 5.9.
 *
 * @param lengthScale l > 0, the distance over which the function changes, in the unit of the features
 * @param signalVariance v > 0, in the squared unit of the targets
 * @param noiseVariance s^2 > 0, in the squared unit of the targets
 */
public record GaussianProcessFit(double lengthScale, double signalVariance, double noiseVariance) {

    private static final double SMALLEST_NOISE = 1e-8;
    private static final double TOLERANCE = 1e-7;
    private static final int MAXIMUM_STEPS = 500;

    /** Rejects parameters that are not positive. */
    public GaussianProcessFit {
        Require.positive("GaussianProcessFit", "lengthScale", lengthScale);
        Require.positive("GaussianProcessFit", "signalVariance", signalVariance);
        Require.positive("GaussianProcessFit", "noiseVariance", noiseVariance);
    }

    /** Returns the kernel {@code v exp(-|x - y|^2 / (2 l^2))}. */
    public KernelFunction kernel() {
        return KernelFunction.gaussian(1 / (2 * lengthScale * lengthScale)).times(signalVariance);
    }

    /**
     * Returns the process with these parameters.
     *
     * @param x the features [n, features]
     * @param y the targets [n], with mean 0
     * @throws IllegalArgumentException as {@link GaussianProcess#fit}
     */
    public GaussianProcess fit(double[][] x, double[] y) {
        return GaussianProcess.fit(x, y, kernel(), noiseVariance);
    }

    /**
     * Returns the parameters that maximize the evidence, starting from these. The search keeps s^2 above 1e-8 v, so that
     * the covariance of the targets stays positive definite.
     *
     * @param x the features [n, features]
     * @param y the targets [n], with mean 0
     * @throws IllegalArgumentException as {@link GaussianProcess#fit}, or if s^2 is not above 1e-8 v at the start
     * @throws NonConvergenceException if no maximum is found
     */
    public GaussianProcessFit maximizeEvidence(double[][] x, double[] y) {
        Require.notNull("GaussianProcessFit", "rows", x);
        Require.notNull("GaussianProcessFit", "targets", y);
        double ratio = noiseVariance / signalVariance - SMALLEST_NOISE;
        Require.that(
                ratio > 0,
                "GaussianProcessFit: expected a noiseVariance above 1e-8 signalVariance at the start, but was %s and %s",
                noiseVariance,
                signalVariance);
        double[] start = {Math.log(lengthScale), Math.log(signalVariance), Math.log(ratio)};
        Minimum minimum = new Lbfgs(TOLERANCE, MAXIMUM_STEPS).minimize(new Evidence(x, y), start);
        if (!minimum.converged()) {
            throw new NonConvergenceException("GaussianProcessFit: expected a maximum of the evidence within "
                    + MAXIMUM_STEPS + " steps, but a partial derivative was still " + minimum.gradientNorm()
                    + "; use another start");
        }
        return of(minimum.point());
    }

    /** Returns the parameters of {@code p = (ln l, ln v, ln(s^2 / v - 1e-8))}. */
    private static GaussianProcessFit of(double[] p) {
        double variance = Math.exp(p[1]);
        return new GaussianProcessFit(Math.exp(p[0]), variance, variance * (SMALLEST_NOISE + Math.exp(p[2])));
    }

    /**
     * The negative evidence divided by n, with its derivatives
     * <pre>{@code d log p(y) / d t = 1/2 trace((a a^T - C^-1) dC/dt),   C = K + s^2 I,   a = C^-1 y}</pre>
     */
    private record Evidence(double[][] x, double[] y) implements Objective {

        @Override
        public double value(double[] p) {
            return -of(p).fit(x, y).logEvidence() / y.length;
        }

        @Override
        public double[] gradient(double[] p) {
            GaussianProcessFit fit = of(p);
            Matrix k = fit.kernel().matrix(x, x);
            Cholesky cholesky = Cholesky.of(k.plus(Matrix.identity(y.length).scale(fit.noiseVariance)));
            Matrix inverse = cholesky.solve(Matrix.identity(y.length));
            Vector a = cholesky.solve(Vector.of(y));
            double[] gradient = new double[3];
            for (int i = 0; i < y.length; i++) {
                for (int j = 0; j < y.length; j++) {
                    double weight = 0.5 * (a.get(i) * a.get(j) - inverse.get(i, j)) / y.length;
                    // k = v exp(-r), so dk / d ln l = 2 r k.
                    double kij = k.get(i, j);
                    gradient[0] -= kij > 0 ? weight * 2 * Math.log(fit.signalVariance / kij) * kij : 0;
                    gradient[1] -= weight * (kij + (i == j ? fit.noiseVariance : 0));
                    gradient[2] -= i == j ? weight * fit.signalVariance * Math.exp(p[2]) : 0;
                }
            }
            return gradient;
        }
    }
}
