package quartet.scratch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.calculus.minimization.Objective;
import quartet.scratch.calculus.minimization.TestFunctions;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/** Runs every optimizer on every test function, with a learning rate for each pair. */
class OptimizerConvergenceTest {
    private static final int STEPS = 20_000;

    private record Case(String name, Supplier<Optimizer> onQuadratic, Supplier<Optimizer> onRosenbrock) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> optimizers() {
        return Stream.of(
                new Case(
                        "gradient descent",
                        () -> new StochasticGradientDescent(0.05),
                        () -> new StochasticGradientDescent(0.001)),
                new Case("momentum", () -> new Momentum(0.05), () -> new Momentum(0.001)),
                new Case("Nesterov", () -> new Nesterov(0.05), () -> new Nesterov(0.001)),
                new Case("AdaGrad", () -> new AdaGrad(0.5), () -> new AdaGrad(0.5)),
                new Case("AdaDelta", AdaDelta::new, () -> new AdaDelta(falling(1), 0.95, 1e-8)),
                new Case(
                        "RMSProp",
                        () -> new RmsProp(falling(0.01), 0.9, 1e-6),
                        () -> new RmsProp(falling(0.01), 0.9, 1e-6)),
                new Case("Adam", () -> new Adam(0.01), () -> new Adam(0.01)),
                new Case("AMSGrad", () -> new AmsGrad(0.1), () -> new AmsGrad(0.1)),
                new Case("NAdam", () -> new Nadam(0.01), () -> new Nadam(falling(0.01), 0.9, 0.999, 1e-8, 0.004)),
                new Case("AdamW", () -> new AdamW(0.01, 0), () -> new AdamW(0.01, 0)),
                new Case(
                        "Lion",
                        () -> new Lion(falling(0.01), 0.9, 0.99, 0),
                        () -> new Lion(falling(0.01), 0.9, 0.99, 0)));
    }

    private static Schedule falling(double base) {
        return Schedules.cosine(base, 0, STEPS);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void findsMinimumOfQuadratic(Case c) {
        assertThat(valueAfterTraining(c.onQuadratic().get(), TestFunctions.QUADRATIC, 0, 0))
                .isLessThan(1e-10);
    }

    /** Starts at the usual point (-1.2, 1). */
    @ParameterizedTest
    @MethodSource("optimizers")
    void findsMinimumOfRosenbrockFunction(Case c) {
        assertThat(valueAfterTraining(c.onRosenbrock().get(), TestFunctions.ROSENBROCK, -1.2, 1))
                .isLessThan(1e-6);
    }

    private static double valueAfterTraining(Optimizer optimizer, Objective objective, double... start) {
        DoubleTensor point = DoubleTensor.of(start.clone(), start.length);
        Parameter parameter = Parameter.of("point", point);
        List<Parameter> parameters = List.of(parameter);
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = objective.gradient(point.data());
            parameter.gradient().copyFrom(DoubleTensor.of(gradient, gradient.length));
            optimizer.step(parameters);
        }
        return objective.value(point.data());
    }

    @Test
    void adamWDecaysToZeroWithoutGradient() {
        Parameter parameter = Parameter.of("p", DoubleTensor.zeros(1));
        parameter.value().fill(1);
        AdamW optimizer = new AdamW(0.1, 0.5);
        for (int step = 0; step < 10; step++) {
            optimizer.step(List.of(parameter));
        }
        assertThat(parameter.value().get(0)).isCloseTo(Math.pow(0.95, 10), within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void keepsSeparateStateForEachParameter(Case c) {
        Optimizer together = c.onQuadratic().get();
        Optimizer alone = c.onQuadratic().get();
        Parameter first = Parameter.of("a", DoubleTensor.zeros(2));
        Parameter second = Parameter.of("b", DoubleTensor.zeros(3));
        Parameter same = Parameter.of("b", DoubleTensor.zeros(3));
        for (int step = 1; step <= 4; step++) {
            first.gradient().fill(-7.0 * step);
            second.gradient().fill(1.0 / step);
            same.gradient().fill(1.0 / step);
            together.step(List.of(first, second));
            alone.step(List.of(same));
        }
        assertSameNumbers(second.value(), same.value());
        assertThat(first.value().get(0)).isNotEqualTo(second.value().get(0));
    }

    /** After a rejected step, the next one is that of an optimizer that has not seen the rejected gradients. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void performsAStepCompletelyOrNotAtAll(Case c) {
        for (double invalid : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            for (Parameter second :
                    List.of(Parameter.of("b", DoubleTensor.zeros(5)), Parameter.of("b", FloatTensor.zeros(5)))) {
                Optimizer optimizer = c.onQuadratic().get();
                Parameter first = Parameter.of("a", DoubleTensor.zeros(2));
                first.gradient().fill(1);
                second.gradient().fill(1);
                optimizer.step(List.of(first, second));
                Tensor before = first.value().copy();
                Tensor beforeSecond = second.value().copy();
                second.gradient().set(3, invalid);
                assertRejected(
                        () -> optimizer.step(List.of(first, second)),
                        optimizer.getClass().getSimpleName() + ": expected finite gradients, but was " + invalid
                                + " at position 3 of b");
                assertSameNumbers(first.value(), before);
                assertSameNumbers(second.value(), beforeSecond);
                second.gradient().fill(1);
                optimizer.step(List.of(first, second));

                Optimizer reference = c.onQuadratic().get();
                Parameter same = Parameter.of("a", DoubleTensor.zeros(2));
                same.gradient().fill(1);
                reference.step(List.of(same));
                reference.step(List.of(same));
                assertSameNumbers(first.value(), same.value());
            }
        }
    }

    private static void assertSameNumbers(Tensor actual, Tensor expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void rejectsInvalidArguments() {
        Schedule rate = Schedule.constant(0.1);
        ScalarKernels kernels = new ScalarKernels();
        assertRejected(() -> new StochasticGradientDescent(0), "Schedule: expected learningRate > 0, but was 0.0");
        assertRejected(() -> new Adam(Double.NaN), "Schedule: expected learningRate > 0, but was NaN");
        assertRejected(() -> new Momentum(rate, 1), "Momentum: expected momentum in [0, 1), but was 1.0");
        assertRejected(() -> new Nesterov(rate, -0.1), "Nesterov: expected momentum in [0, 1), but was -0.1");
        assertRejected(() -> new AdaGrad(rate, 0), "AdaGrad: expected epsilon > 0, but was 0.0");
        assertRejected(() -> new AdaDelta(rate, 1, 1), "AdaDelta: expected decay in [0, 1), but was 1.0");
        assertRejected(() -> new RmsProp(rate, 2, 1), "RmsProp: expected decay in [0, 1), but was 2.0");
        assertRejected(() -> new Adam(rate, 1, 0.9, 1, kernels), "Adam: expected beta1 in [0, 1), but was 1.0");
        assertRejected(() -> new AmsGrad(rate, 0.9, 1, 1), "AmsGrad: expected beta2 in [0, 1), but was 1.0");
        assertRejected(() -> new Nadam(rate, 0, 0, 1, -1), "Nadam: expected momentumDecay >= 0, but was -1.0");
        assertRejected(() -> new AdamW(rate, 0, 0, 1, -1, kernels), "AdamW: expected weightDecay >= 0, but was -1.0");
        assertRejected(() -> new Lion(rate, 0, 0, -1), "Lion: expected weightDecay >= 0, but was -1.0");
        Parameter parameter = Parameter.of("w", DoubleTensor.zeros(2));
        parameter.gradient().set(1, Double.NaN);
        assertRejected(
                () -> new Momentum(0.1).step(List.of(parameter)),
                "Momentum: expected finite gradients, but was NaN at position 1 of w");
        assertRejected(
                () -> new Lion(t -> -1, 0, 0, 0).step(List.of(parameter)),
                "Lion: expected learningRate >= 0, but was -1.0");
    }

    private static void assertRejected(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
