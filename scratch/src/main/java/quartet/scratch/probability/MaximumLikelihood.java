package quartet.scratch.probability;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.calculus.difference.FiniteDifferences;
import quartet.scratch.calculus.minimization.Lbfgs;
import quartet.scratch.calculus.minimization.Minimum;
import quartet.scratch.calculus.minimization.Objective;

/**
 * Maximum likelihood by numerical optimization, for families without a closed-form estimate.
 * <pre>{@code l(p) = 1/n sum_i ln f(x_i; p),   p = argmax l}</pre>
 * {@link Lbfgs} minimizes -l with gradients from central differences. Pass parameters that must be positive as
 * logarithms. The search ends when no partial derivative exceeds 1e-6, which is far below the statistical error of any
 * sample.
 * Source: Casella and Berger (2002), section 7.2.2.
 */
public final class MaximumLikelihood {

    private static final double TOLERANCE = 1e-6;
    private static final int MAXIMUM_STEPS = 200;

    private MaximumLikelihood() {}

    /**
     * Returns the sample mean, the maximum-likelihood estimate of the mean in many families.
     *
     * @throws java.util.NoSuchElementException if the sample is empty
     */
    public static double mean(double[] sample) {
        Require.notNull("MaximumLikelihood.mean", "sample", sample);
        return Arrays.stream(sample).average().orElseThrow();
    }

    /**
     * Returns the sample mean of integers.
     *
     * @throws java.util.NoSuchElementException if the sample is empty
     */
    public static double mean(long[] sample) {
        Require.notNull("MaximumLikelihood.mean", "sample", sample);
        return Arrays.stream(sample).average().orElseThrow();
    }

    /**
     * Returns the mean log-likelihood of a sample, the average of {@code ln f(x)}.
     *
     * @throws IllegalArgumentException if the sample is empty
     */
    public static double mean(double[] sample, DoubleUnaryOperator logDensity) {
        Require.atLeast("MaximumLikelihood.mean: number of observations", 1, sample.length);
        double sum = 0;
        for (double x : sample) {
            sum += logDensity.applyAsDouble(x);
        }
        return sum / sample.length;
    }

    /**
     * Returns the parameters that maximize the mean log-likelihood. If there are several local maxima, the start
     * decides which one is found.
     *
     * @param meanLogLikelihood l(p), a smooth function of unconstrained parameters
     * @param start [n]
     * @return p, [n]
     * @throws IllegalArgumentException if the start is empty or not finite
     * @throws NonConvergenceException if the search does not converge
     */
    public static double[] maximize(ToDoubleFunction<double[]> meanLogLikelihood, double... start) {
        ToDoubleFunction<double[]> loss = p -> -meanLogLikelihood.applyAsDouble(p);
        Minimum minimum = new Lbfgs(TOLERANCE, MAXIMUM_STEPS).minimize(new Loss(loss), start);
        if (!minimum.converged()) {
            throw new NonConvergenceException("MaximumLikelihood.maximize: expected a maximum within " + MAXIMUM_STEPS
                    + " steps, but a partial derivative was still " + minimum.gradientNorm());
        }
        return minimum.point();
    }

    private record Loss(ToDoubleFunction<double[]> function) implements Objective {
        @Override
        public double value(double[] p) {
            return function.applyAsDouble(p);
        }

        @Override
        public double[] gradient(double[] p) {
            return FiniteDifferences.gradient(function, p);
        }
    }
}
