package quartet.scratch.generative.sampling;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.calculus.minimization.Objective;

/**
 * Hamiltonian Monte Carlo: proposals that follow the motion of a particle in the potential U = -ln p.
 * <pre>{@code
 * draw a momentum r ~ N(0, I);   H(x, r) = U(x) + |r|^2 / 2
 * leapfrog, L times:  r -= h/2 grad U(x),   x += h r,   r -= h/2 grad U(x)
 * move to the end with probability min(1, exp(H(start) - H(end))), otherwise stay
 * }</pre>
 * The motion keeps H, so distant proposals are accepted with high probability. The leapfrog method preserves volume
 * and is reversible, which makes the correction exact. An acceptance rate near 0.65 indicates a good step h; h L
 * should reach across the distribution. Source: Duane, Kennedy, Pendleton, Roweth (1987); Neal (2011), "MCMC Using
 * Hamiltonian Dynamics", sections 2.3 and 3.2.
 *
 * @param step h > 0
 * @param leapfrogs L, at least 1
 */
public record HamiltonianMonteCarlo(double step, int leapfrogs) {

    /** Rejects parameters that are not positive. */
    public HamiltonianMonteCarlo {
        Require.positive("HamiltonianMonteCarlo", "step", step);
        Require.positive("HamiltonianMonteCarlo", "leapfrogs", leapfrogs);
    }

    /**
     * Runs a chain.
     *
     * @param potential U = -ln p up to a constant, with its gradient
     * @param start the first point [dimensions]
     * @param burnIn the number of first points that are dropped, at least 0
     * @param count the number of points that are kept, at least 2
     * @throws IllegalArgumentException if the start or U there is not finite, a count is out of range, or a gradient has
     *     another length
     */
    public SampleChain sample(Objective potential, double[] start, int burnIn, int count, RandomGenerator random) {
        RequireArray.point("HamiltonianMonteCarlo: start", start);
        Require.atLeast("HamiltonianMonteCarlo: burnIn", 0, burnIn);
        Require.atLeast("HamiltonianMonteCarlo: count", 2, count);
        double[] x = start.clone();
        double energy = Require.finite("HamiltonianMonteCarlo: potential at the start", potential.value(x));
        double[][] points = new double[count][];
        int accepted = 0;
        for (int n = -burnIn; n < count; n++) {
            double[] momentum = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                momentum[j] = random.nextGaussian();
            }
            double before = energy + kinetic(momentum);
            double[] y = x.clone();
            move(potential, y, momentum);
            double proposed = potential.value(y);
            // A diverging motion has an infinite or undefined energy and is not accepted.
            if (Math.log(1 - random.nextDouble()) < before - proposed - kinetic(momentum)) {
                x = y;
                energy = proposed;
                accepted += n >= 0 ? 1 : 0;
            }
            if (n >= 0) {
                points[n] = x;
            }
        }
        return new SampleChain(points, (double) accepted / count);
    }

    /** Moves x and the momentum by L leapfrog steps. The half steps of the momentum between them are joined. */
    private void move(Objective potential, double[] x, double[] momentum) {
        push(potential, x, momentum, step / 2);
        for (int l = 1; l <= leapfrogs; l++) {
            for (int j = 0; j < x.length; j++) {
                x[j] += step * momentum[j];
            }
            push(potential, x, momentum, l == leapfrogs ? step / 2 : step);
        }
    }

    private static void push(Objective potential, double[] x, double[] momentum, double time) {
        double[] gradient = potential.gradient(x);
        Require.that(
                gradient.length == x.length,
                "HamiltonianMonteCarlo: expected a gradient of length %d, but was %d",
                x.length,
                gradient.length);
        for (int j = 0; j < x.length; j++) {
            momentum[j] -= time * gradient[j];
        }
    }

    private static double kinetic(double[] momentum) {
        double sum = 0;
        for (double r : momentum) {
            sum += r * r / 2;
        }
        return sum;
    }
}
