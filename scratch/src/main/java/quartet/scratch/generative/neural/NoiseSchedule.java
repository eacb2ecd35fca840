package quartet.scratch.generative.neural;

import quartet.scratch.argument.Require;

/**
 * The amount of noise that each step of a {@link Diffusion} adds.
 * <pre>{@code
 * beta_t = variance that step t adds;   keep_t = product of (1 - beta_i) for i = 1..t = the share of the data in x_t
 * }</pre>
 */
public final class NoiseSchedule {
    private static final double OFFSET = 0.008;
    private static final double LARGEST_BETA = 0.999;

    private final double[] kept;

    private NoiseSchedule(double[] kept) {
        this.kept = kept;
    }

    /**
     * Returns the cosine schedule, which also suits few steps.
     * <pre>{@code
     * keep_t = f(t) / f(0);   f(t) = cos^2((t / T + 0.008) / 1.008 pi / 2);   beta_t at most 0.999
     * }</pre>
     * Source: Nichol, Dhariwal (2021), "Improved Denoising Diffusion Probabilistic Models", equation 17.
     *
     * @param steps T
     * @throws IllegalArgumentException if the number of steps is not positive
     */
    public static NoiseSchedule cosine(int steps) {
        Require.positive("NoiseSchedule", "steps", steps);
        double[] kept = new double[steps + 1];
        kept[0] = 1;
        for (int t = 1; t <= steps; t++) {
            double beta = Math.min(LARGEST_BETA, 1 - cosineSquare(t, steps) / cosineSquare(t - 1, steps));
            kept[t] = kept[t - 1] * (1 - beta);
        }
        return new NoiseSchedule(kept);
    }

    /**
     * Returns the schedule whose beta increases linearly.
     * <pre>{@code beta_t = first + (last - first) (t - 1) / (T - 1) }</pre>
     * Source: Ho, Jain, Abbeel (2020), "Denoising Diffusion Probabilistic Models", section 4, where T = 1000, first =
     * 1e-4 and last = 0.02.
     *
     * @throws IllegalArgumentException if there are fewer than two steps or not {@code 0 < first <= last < 1}
     */
    public static NoiseSchedule linear(int steps, double first, double last) {
        Require.atLeast("NoiseSchedule: steps", 2, steps);
        Require.that(
                first > 0 && first <= last && last < 1,
                "NoiseSchedule: expected 0 < first <= last < 1, but was %s and %s",
                first,
                last);
        double[] kept = new double[steps + 1];
        kept[0] = 1;
        for (int t = 1; t <= steps; t++) {
            kept[t] = kept[t - 1] * (1 - first - (last - first) * (t - 1) / (steps - 1));
        }
        return new NoiseSchedule(kept);
    }

    private static double cosineSquare(int t, int steps) {
        double cosine = Math.cos(((double) t / steps + OFFSET) / (1 + OFFSET) * Math.PI / 2);
        return cosine * cosine;
    }

    /** Returns the number of steps T. */
    public int steps() {
        return kept.length - 1;
    }

    /** Returns keep_t, the share of the variance of the data in x_t; 1 for t = 0. */
    public double kept(int t) {
        return kept[t];
    }

    /** Returns beta_t for t = 1..T. */
    public double beta(int t) {
        return 1 - kept[t] / kept[t - 1];
    }
}
