package quartet.scratch.generative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class KernelDensityTest {
    @Test
    void densityIsMeanOfKernels() {
        KernelDensity density = new KernelDensity(new double[] {-1, 2}, 0.5);
        double expected =
                (new NormalDistribution(-1, 0.5).density(0.3) + new NormalDistribution(2, 0.5).density(0.3)) / 2;
        assertThat(density.density(0.3)).isCloseTo(expected, within(1e-15));
        // log(1/2 N(100; 2, 0.5)), whose density underflows.
        assertThat(density.density(100)).isZero();
        assertThat(density.logDensity(100))
                .isCloseTo(new NormalDistribution(2, 0.5).logDensity(100) - Math.log(2), within(1e-9));
    }

    @Test
    void silvermanBandwidthAgreesWithHipparchus() {
        double[] sample = new Random(1).doubles(37, -1, 3).map(x -> x * x * x).toArray();
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        percentile.setData(sample);
        double range = percentile.evaluate(75) - percentile.evaluate(25);
        double deviation = Math.sqrt(StatUtils.variance(sample));
        double expected = 0.9 * Math.min(deviation, range / 1.34) * Math.pow(37, -0.2);
        assertThat(KernelDensity.silvermanBandwidth(sample)).isCloseTo(expected, within(1e-12));
        // Both quartiles are 0, so only the standard deviation sqrt(0.2) of 0, 0, 0, 0, 1 is used.
        assertThat(KernelDensity.silvermanBandwidth(new double[] {0, 0, 1, 0, 0}))
                .isCloseTo(0.9 * Math.sqrt(0.2) * Math.pow(5, -0.2), within(1e-15));
    }

    @Test
    void integratesToOneAndApproximatesDensity() {
        double[] sample = new double[2000];
        Random random = new Random(4);
        for (int i = 0; i < sample.length; i++) {
            sample[i] = 5 + 2 * random.nextGaussian();
        }
        KernelDensity density = KernelDensity.of(sample);
        NormalDistribution truth = new NormalDistribution(5, 2);
        double integral = 0;
        for (int i = 0; i < 300; i++) {
            double x = -10 + 0.1 * i;
            integral += 0.1 * density.density(x);
            assertThat(density.density(x)).isCloseTo(truth.density(x), within(0.02));
        }
        assertThat(integral).isCloseTo(1, within(1e-6));
    }

    @Test
    void samplesHaveVarianceOfObservationsPlusKernel() {
        KernelDensity density = new KernelDensity(new double[] {0, 4}, 1);
        Random random = new Random(5);
        double[] drawn = new double[20_000];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = density.sample(random);
        }
        assertThat(StatUtils.mean(drawn)).isCloseTo(2, within(0.07));
        // The variance of the observations is 4, that of the kernel is 1.
        assertThat(StatUtils.variance(drawn)).isCloseTo(5, within(0.15));
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelDensity.of(new double[] {2, 2}))
                .withMessage("KernelDensity: expected different observations, but all were 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelDensity.of(new double[] {2, Double.NaN}))
                .withMessage("KernelDensity: expected finite numbers, but was NaN at position 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KernelDensity(new double[0], 1))
                .withMessage("KernelDensity: expected at least 1 observations, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KernelDensity(new double[1], 0))
                .withMessage("KernelDensity: expected bandwidth > 0, but was 0.0");
    }
}
