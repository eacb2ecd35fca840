package quartet.scratch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Precision;

/**
 * Three steps of each optimizer, derived by hand from its recurrence. All start at p = 1. Unless a test states
 * otherwise, the gradients are 2, -1, 3 and the learning rate is 0.1.
 */
class OptimizerGoldenTest {
    private static final Schedule RATE = Schedule.constant(0.1);

    private static void assertSteps(Supplier<Optimizer> optimizer, double p1, double p2, double p3) {
        assertSteps(optimizer, new double[] {2, -1, 3}, p1, p2, p3);
    }

    private static void assertSteps(Supplier<Optimizer> optimizer, double[] gradients, double... expected) {
        for (Precision precision : Precision.values()) {
            double tolerance = precision == Precision.FLOAT64 ? 1e-14 : 1e-6;
            Parameter parameter = Parameter.of("p", precision.zeros(1));
            parameter.value().fill(1);
            Optimizer fresh = optimizer.get();
            for (int step = 0; step < gradients.length; step++) {
                parameter.gradient().fill(gradients[step]);
                fresh.step(List.of(parameter));
                assertThat(parameter.value().get(0))
                        .as("step %d", step + 1)
                        .isCloseTo(expected[step], within(tolerance));
            }
        }
    }

    @Test
    void stochasticGradientDescent() {
        assertSteps(() -> new StochasticGradientDescent(0.1), 0.8, 0.9, 0.6);
    }

    /** Momentum 1/2: v = -0.2; -0.1 + 0.1 = 0; 0 - 0.3. */
    @Test
    void momentum() {
        assertSteps(() -> new Momentum(RATE, 0.5), 0.8, 0.8, 0.5);
    }

    /** The same v; p changes by v/2 - 0.1 g: -0.1 - 0.2; 0 + 0.1; -0.15 - 0.3. */
    @Test
    void nesterov() {
        assertSteps(() -> new Nesterov(RATE, 0.5), 0.7, 0.8, 0.35);
    }

    /** Sums of squares 4, 5, 14; epsilon 1/2. */
    @Test
    void adaGrad() {
        double p1 = 1 - 0.2 / (2 + 0.5);
        double p2 = p1 + 0.1 / (Math.sqrt(5) + 0.5);
        assertSteps(() -> new AdaGrad(RATE, 0.5), p1, p2, p2 - 0.3 / (Math.sqrt(14) + 0.5));
    }

    /**
     * Decay 1/2, epsilon 2. r = 2, 3/2, 21/4.
     * <pre>{@code
     * d1 = -sqrt((0 + 2) / (2 + 2)) 2 = -sqrt 2,           s1 = 1
     * d2 = +sqrt((1 + 2) / (3/2 + 2)) 1 = sqrt(6/7),       s2 = 1/2 + 3/7 = 13/14
     * d3 = -sqrt((13/14 + 2) / (21/4 + 2)) 3 = -3 sqrt(82/203)
     * }</pre>
     */
    @Test
    void adaDelta() {
        double p1 = 1 - Math.sqrt(2);
        double p2 = p1 + Math.sqrt(6 / 7.0);
        assertSteps(() -> new AdaDelta(Schedule.constant(1), 0.5, 2), p1, p2, p2 - 3 * Math.sqrt(82 / 203.0));
    }

    /** Decay 1/2, epsilon 2: r + epsilon = 4, 7/2, 29/4. */
    @Test
    void rmsProp() {
        double p2 = 0.9 + 0.1 / Math.sqrt(3.5);
        assertSteps(() -> new RmsProp(RATE, 0.5, 2), 0.9, p2, p2 - 0.3 / Math.sqrt(7.25));
    }

    /**
     * beta1 1/2, beta2 3/4, epsilon 1/2.
     * <pre>{@code
     * m: 1, 0, 3/2                        v: 1, 1, 3
     * mHat: 1 / (1/2) = 2, 0, (3/2) / (7/8) = 12/7
     * vHat: 1 / (1/4) = 4, 1 / (7/16) = 16/7, 3 / (37/64) = 192/37
     * }</pre>
     */
    @Test
    void adam() {
        double p3 = 0.92 - 0.1 * (12 / 7.0) / (Math.sqrt(192 / 37.0) + 0.5);
        assertSteps(() -> new Adam(0.1, 0.5, 0.75, 0.5, new ScalarKernels()), 0.92, 0.92, p3);
    }

    /** The moments of Adam; weight decay 1/2 multiplies p by 1 - 0.1 / 2 = 0.95 in each step. */
    @Test
    void adamW() {
        double p1 = 0.95 - 0.08;
        double p2 = 0.95 * p1;
        double p3 = 0.95 * p2 - 0.1 * (12 / 7.0) / (Math.sqrt(192 / 37.0) + 0.5);
        assertSteps(() -> new AdamW(RATE, 0.5, 0.75, 0.5, 0.5, new ScalarKernels()), p1, p2, p3);
    }

    /**
     * Gradients 4, 0, 2; beta1 1/2, beta2 3/4, epsilon 1/2. m: 2, 1, 3/2. v: 4, 3, 13/4, whose running maximum is 4.
     */
    @Test
    void amsGrad() {
        assertSteps(() -> new AmsGrad(RATE, 0.5, 0.75, 0.5), new double[] {4, 0, 2}, 0.92, 0.88, 0.82);
    }

    /**
     * momentumDecay 0 and beta1 1/2 yield mu = 1/4 in every step; beta2 3/4, epsilon 1/2, and vHat is that of Adam.
     * <pre>{@code
     * m: 3/2, -3/8, 69/32
     * mHat1 = (1/4)(3/2) / (15/16) + (3/4) 2 / (3/4)           = 2/5 + 2      = 12/5
     * mHat2 = (1/4)(-3/8) / (63/64) - (3/4) 1 / (15/16)        = -2/21 - 4/5  = -94/105
     * mHat3 = (1/4)(69/32) / (255/256) + (3/4) 3 / (63/64)     = 46/85 + 16/7 = 1682/595
     * }</pre>
     */
    @Test
    void nadam() {
        double p1 = 1 - 0.1 * 2.4 / 2.5;
        double p2 = p1 + 0.1 * (94 / 105.0) / (Math.sqrt(16 / 7.0) + 0.5);
        double p3 = p2 - 0.1 * (1682 / 595.0) / (Math.sqrt(192 / 37.0) + 0.5);
        assertSteps(() -> new Nadam(RATE, 0.5, 0.75, 0.5, 0), p1, p2, p3);
    }

    /**
     * beta1 1/2 and momentumDecay 1: mu_1 = (1 - 0.48) / 2 = 0.26, mu_2 = (1 - 0.4608) / 2 = 0.2696. With g = 2:
     * m = 1.48, mHat = 0.2696 1.48 / (1 - 0.26 0.2696) + 2, and vHat = 4.
     */
    @Test
    void nadamAppliesMomentumSchedule() {
        double mHat = 0.2696 * 1.48 / (1 - 0.26 * 0.2696) + 2;
        assertSteps(() -> new Nadam(RATE, 0.5, 0.75, 0.5, 1), new double[] {2}, 1 - 0.1 * mHat / 2.5);
    }

    /**
     * beta1 1/2, beta2 3/4, weight decay 1/2.
     * <pre>{@code
     * c = 1 > 0:                p = 1 - 0.1 (1 + 0.5) = 0.85,                       m = 1/2
     * c = 1/4 - 1/2 < 0:        p = 0.85 - 0.1 (-1 + 0.425) = 0.9075,               m = 3/8 - 1/4 = 1/8
     * c = 1/16 + 3/2 > 0:       p = 0.9075 - 0.1 (1 + 0.45375) = 0.762125
     * }</pre>
     */
    @Test
    void lion() {
        assertSteps(() -> new Lion(RATE, 0.5, 0.75, 0.5), 0.85, 0.9075, 0.762125);
    }

    /** Gradients 2, -1, 1/2: c = 1/16 + 1/4 would be 5/16; with -1/2 it is -3/16, though m is 1/8. */
    @Test
    void lionWeighsTheNewGradientByBeta1() {
        double p2 = 1 - 0.1 + 0.1;
        assertSteps(() -> new Lion(RATE, 0.5, 0.75, 0), new double[] {2, -1, 0.5}, 0.9, p2, p2 - 0.1);
        assertSteps(() -> new Lion(RATE, 0.5, 0.75, 0), new double[] {2, -1, -0.5}, 0.9, p2, p2 + 0.1);
    }

    @Test
    void appliesSchedule() {
        assertSteps(() -> new StochasticGradientDescent(t -> 0.1 * t), 0.8, 1, 0.1);
        double p2 = 0.92;
        double p3 = p2 - 0.3 * (12 / 7.0) / (Math.sqrt(192 / 37.0) + 0.5);
        assertSteps(() -> new Adam(t -> 0.1 * t, 0.5, 0.75, 0.5, new ScalarKernels()), 0.92, p2, p3);
    }
}
