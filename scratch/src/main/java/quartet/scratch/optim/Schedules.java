package quartet.scratch.optim;

import quartet.scratch.argument.Require;

/** Learning rate schedules (Factory). Steps t are counted from 1, and T is the last step. */
public final class Schedules {
    private static final double CYCLE = 0.9;
    private static final double FINAL_FRACTION = 0.01;

    private Schedules() {}

    /**
     * Returns a step decay, which multiplies the rate by a factor at regular intervals.
     * <pre>{@code rate = base factor^floor((t - 1) / every) }</pre>
     *
     * @throws IllegalArgumentException if a number is not positive or the factor is not in (0, 1]
     */
    public static Schedule step(double base, double factor, int every) {
        Require.positive("Schedules.step", "base", base);
        Require.positive("Schedules.step", "every", every);
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("Schedules.step: expected factor in (0, 1], but was " + factor);
        }
        return t -> base * Math.pow(factor, Math.floorDiv(t - 1, every));
    }

    /**
     * Returns a cosine decay, which is constant after the last step.
     * <pre>{@code rate = minimum + (base - minimum) (1 + cos(pi min(1, (t - 1) / T))) / 2 }</pre>
     * Source: Loshchilov, Hutter (2017), "SGDR: Stochastic Gradient Descent with Warm Restarts", equation 5, without
     * the restarts.
     *
     * @throws IllegalArgumentException if not {@code 0 <= minimum < base} or steps is not positive
     */
    public static Schedule cosine(double base, double minimum, int steps) {
        requireBelow("Schedules.cosine", minimum, base);
        Require.positive("Schedules.cosine", "steps", steps);
        return t -> {
            double progress = Math.min(1, (t - 1) / (double) steps);
            return minimum + (base - minimum) * (1 + Math.cos(Math.PI * progress)) / 2;
        };
    }

    /**
     * Returns a linear warm-up to the initial rate of another schedule, followed by that schedule.
     * <pre>{@code rate = next(1) t / steps for t <= steps, else next(t - steps) }</pre>
     * Source: Goyal et al. (2017), "Accurate, Large Minibatch SGD", section 2.2, gradual warm-up.
     *
     * @throws IllegalArgumentException if steps is not positive
     */
    public static Schedule warmUp(int steps, Schedule next) {
        Require.notNull("Schedules", "next", next);
        Require.positive("Schedules.warmUp", "steps", steps);
        return t -> t <= steps ? next.at(1) * t / steps : next.at(t - steps);
    }

    /**
     * Returns a one-cycle schedule. The rate increases and decreases linearly during the first 90 % of the training,
     * and then decreases to a hundredth of the minimum.
     * <pre>{@code
     * p = (t - 1) / (T - 1)
     * p <= 0.45:  minimum + (maximum - minimum) p / 0.45
     * p <= 0.9:   maximum - (maximum - minimum) (p - 0.45) / 0.45
     * else:       minimum - (minimum - minimum / 100) (p - 0.9) / 0.1, and so from T on
     * }</pre>
     * Source: Smith (2018), "A Disciplined Approach to Neural Network Hyper-Parameters", section 4.1, which does not
     * specify the length and depth of the last phase.
     *
     * @throws IllegalArgumentException if not {@code 0 < minimum < maximum} or there are fewer than two steps
     */
    public static Schedule oneCycle(double minimum, double maximum, int steps) {
        Require.positive("Schedules.oneCycle", "minimum", minimum);
        requireBelow("Schedules.oneCycle", minimum, maximum);
        Require.positive("Schedules.oneCycle", "steps - 1", steps - 1);
        double half = CYCLE / 2;
        return t -> {
            double progress = Math.min(1, (t - 1) / (steps - 1.0));
            if (progress <= CYCLE) {
                return maximum - (maximum - minimum) * Math.abs(progress - half) / half;
            }
            return minimum * (1 - (1 - FINAL_FRACTION) * (progress - CYCLE) / (1 - CYCLE));
        };
    }

    private static void requireBelow(String owner, double low, double high) {
        if (!(low >= 0 && low < high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    owner + ": expected 0 <= minimum < maximum, but was " + low + " and " + high);
        }
    }
}
