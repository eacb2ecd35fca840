package quartet.scratch.optim;

import quartet.scratch.argument.Require;

/** The learning rate of each step; {@link Schedules} has the usual ones. */
@FunctionalInterface
public interface Schedule {
    /**
     * The learning rate.
     *
     * @param step counted from 1
     */
    double at(int step);

    /**
     * The same rate in every step.
     *
     * @throws IllegalArgumentException if the rate is not a positive number
     */
    static Schedule constant(double learningRate) {
        Require.positive("Schedule", "learningRate", learningRate);
        return step -> learningRate;
    }
}
