package quartet.scratch.optim;

import quartet.scratch.argument.Require;

/** A learning rate schedule (Strategy). {@link Schedules} provides the usual ones. */
@FunctionalInterface
public interface Schedule {
    /**
     * Returns the learning rate of a step.
     *
     * @param step counted from 1
     */
    double at(int step);

    /**
     * Returns a constant schedule.
     *
     * @throws IllegalArgumentException if the rate is not a positive number
     */
    static Schedule constant(double learningRate) {
        Require.positive("Schedule", "learningRate", learningRate);
        return step -> learningRate;
    }
}
