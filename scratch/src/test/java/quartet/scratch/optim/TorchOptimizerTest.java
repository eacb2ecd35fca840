package quartet.scratch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.nn.Golden;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * Six steps of each optimizer against PyTorch. Where an optimizer follows its paper and PyTorch does not, the tests
 * show that the stated deviation is the only one.
 */
class TorchOptimizerTest {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final Schedule RATE = Schedule.constant(0.1);

    private final Golden golden = new Golden("optimizers");

    private void assertSteps(String name, Optimizer optimizer) {
        Parameter parameter = Parameter.of("p", golden.get("start").copy());
        for (int step = 0; step < 6; step++) {
            parameter.gradient().copyRange(0, golden.get("gradients"), 3 * step, 3);
            optimizer.step(List.of(parameter));
            for (int i = 0; i < 3; i++) {
                double expected = golden.get(name).get(3 * step + i);
                assertThat(parameter.value().get(i))
                        .as("%s, step %d, element %d", name, step + 1, i)
                        .isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void theSameRecurrences() {
        assertSteps("adam", new Adam(RATE, BETA1, BETA2, 1e-8, new ScalarKernels()));
        assertSteps("adamW", new AdamW(RATE, BETA1, BETA2, 1e-8, 0.2, new ScalarKernels()));
        assertSteps("adaGrad", new AdaGrad(RATE, 1e-7));
        assertSteps("adaDelta", new AdaDelta());
        assertSteps("momentum", new Momentum(0.1));
        assertSteps("nesterov", new Nesterov(0.1));
    }

    /** Without bias correction in the paper: the corrections become part of the rate, since epsilon is all but zero. */
    @Test
    void amsGradDiffersByTheBiasCorrections() {
        Schedule corrected = t -> 0.1 * Math.sqrt(1 - Math.pow(BETA2, t)) / (1 - Math.pow(BETA1, t));
        assertSteps("amsGrad", new AmsGrad(corrected, BETA1, BETA2, 1e-30));
    }

    /** PyTorch scales the whole velocity by the new rate. */
    @Test
    void momentumUnderAScheduleDiffersByTheRateOfOldGradients() {
        double[] expected = momentum(true);
        double[] ours = momentum(false);
        Parameter parameter = Parameter.of("p", golden.get("start").copy());
        Momentum momentum = new Momentum(t -> rate(t), 0.9);
        for (int step = 0; step < 6; step++) {
            parameter.gradient().copyRange(0, golden.get("gradients"), 3 * step, 3);
            momentum.step(List.of(parameter));
            for (int i = 0; i < 3; i++) {
                int at = 3 * step + i;
                assertThat(expected[at])
                        .isCloseTo(golden.get("momentumUnderSchedule").get(at), within(1e-12));
                assertThat(parameter.value().get(i)).isCloseTo(ours[at], within(1e-12));
            }
        }
        assertThat(Math.abs(expected[17] - ours[17])).isGreaterThan(0.01);
    }

    private static double rate(int t) {
        return 0.1 * Math.pow(0.5, Math.floorDiv(t - 1, 2));
    }

    /** The recurrence of either, which differs in when the velocity is multiplied by the rate. */
    private double[] momentum(boolean torch) {
        double[] values = new double[18];
        for (int i = 0; i < 3; i++) {
            double p = golden.get("start").get(i);
            double v = 0;
            for (int t = 1; t <= 6; t++) {
                double g = golden.get("gradients").get(3 * (t - 1) + i);
                v = 0.9 * v + (torch ? g : rate(t) * g);
                p -= torch ? rate(t) * v : v;
                values[3 * (t - 1) + i] = p;
            }
        }
        return values;
    }

    /** PyTorch uses beta1 instead of mu_t in the first moment; everything else is the same. */
    @Test
    void nadamDiffersByTheFactorOfTheFirstMoment() {
        double[] torch = nadam(true);
        double[] ours = nadam(false);
        Tensor start = golden.get("start").copy();
        Parameter parameter = Parameter.of("p", start);
        Nadam nadam = new Nadam(RATE, BETA1, BETA2, 1e-8, 0.004);
        for (int step = 0; step < 6; step++) {
            parameter.gradient().copyRange(0, golden.get("gradients"), 3 * step, 3);
            nadam.step(List.of(parameter));
            for (int i = 0; i < 3; i++) {
                int at = 3 * step + i;
                assertThat(torch[at]).isCloseTo(golden.get("nadam").get(at), within(1e-12));
                assertThat(parameter.value().get(i)).isCloseTo(ours[at], within(1e-12));
            }
        }
        assertThat(Math.abs(torch[17] - ours[17])).isGreaterThan(0.01);
    }

    private double[] nadam(boolean torch) {
        double[] values = new double[18];
        for (int i = 0; i < 3; i++) {
            double p = golden.get("start").get(i);
            double m = 0;
            double v = 0;
            double product = 1;
            for (int t = 1; t <= 6; t++) {
                double g = golden.get("gradients").get(3 * (t - 1) + i);
                double mu = BETA1 * (1 - 0.5 * Math.pow(0.96, 0.004 * t));
                double next = BETA1 * (1 - 0.5 * Math.pow(0.96, 0.004 * (t + 1)));
                product *= mu;
                double factor = torch ? BETA1 : mu;
                m = factor * m + (1 - factor) * g;
                v = BETA2 * v + (1 - BETA2) * g * g;
                double mHat = next * m / (1 - product * next) + (1 - mu) * g / (1 - product);
                p -= 0.1 * mHat / (Math.sqrt(v / (1 - Math.pow(BETA2, t))) + 1e-8);
                values[3 * (t - 1) + i] = p;
            }
        }
        return values;
    }
}
