package quartet.scratch.probability.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import quartet.scratch.calculus.integral.GaussKronrod;
import quartet.scratch.probability.continuous.Beta;
import quartet.scratch.probability.continuous.Cauchy;
import quartet.scratch.probability.continuous.Exponential;
import quartet.scratch.probability.discrete.Binomial;
import quartet.scratch.probability.discrete.Poisson;

/** Bayes' rule, conjugate updates, entropy and the limit theorems. */
class BayesAndInformationTest {

    /**
     * MacKay (2003), example 2.3: a test is correct in 95 of 100 cases and the disease has prevalence 1 in 100; the
     * posterior is 0.16.
     */
    @Test
    void posteriorOfRareDisease() {
        double[] posterior = BayesRule.posterior(new double[] {0.01, 0.99}, new double[] {0.95, 0.05});
        assertThat(posterior[0]).isCloseTo(0.0095 / (0.0095 + 0.0495), within(1e-15));
        assertThat(posterior[0]).isCloseTo(0.16, within(0.005));
    }

    @Property(tries = 100)
    void posteriorDoesNotDependOnOrderOfData(
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double prior,
            @ForAll @DoubleRange(min = 0.01, max = 5) double first,
            @ForAll @DoubleRange(min = 0.01, max = 5) double second) {
        double[] p = {prior, 1 - prior};
        double[] a = {first, 1};
        double[] b = {second, 2};
        double[] ab = BayesRule.posterior(BayesRule.posterior(p, a), b);
        double[] ba = BayesRule.posterior(BayesRule.posterior(p, b), a);
        double[] both = BayesRule.posterior(p, new double[] {first * second, 2});
        assertThat(ab).containsExactly(ba, within(1e-14));
        assertThat(ab).containsExactly(both, within(1e-14));
    }

    /**
     * Laplace's rule of succession: after s successes in n trials, the next trial succeeds with probability (s + 1) /
     * (n + 2).
     */
    @Property(tries = 100)
    void matchesLaplacesRuleOfSuccession(
            @ForAll @IntRange(min = 0, max = 50) int s, @ForAll @IntRange(min = 0, max = 50) int f) {
        BetaBinomial model = BetaBinomial.uniform().update(s, 0).update(0, f);
        assertThat(model).isEqualTo(BetaBinomial.uniform().update(s, f));
        assertThat(model.next()).isCloseTo((s + 1.0) / (s + f + 2), within(1e-15));
        assertThat(model.predictive(1, 1)).isCloseTo(model.next(), within(1e-12));
    }

    /** The posterior is proportional to prior times likelihood, and the predictive mass is its integral. */
    @Test
    void conjugateUpdateEqualsIntegration() {
        Beta prior = new Beta(2, 3.5);
        BetaBinomial model = new BetaBinomial(prior).update(7, 4);
        double evidence = GaussKronrod.integrate(
                        p -> prior.density(p) * Math.pow(p, 7) * Math.pow(1 - p, 4), 0, 1, 1e-15, 1e-12)
                .value();
        for (double p : new double[] {0.1, 0.4, 0.8}) {
            double expected = prior.density(p) * Math.pow(p, 7) * Math.pow(1 - p, 4) / evidence;
            assertThat(model.belief().density(p)).isCloseTo(expected, within(1e-10));
        }
        double predictive = GaussKronrod.integrate(
                        p -> model.belief().density(p) * new Binomial(6, p).mass(2), 0, 1, 1e-13, 0)
                .value();
        assertThat(model.predictive(2, 6)).isCloseTo(predictive, within(1e-11));
        double sum = 0;
        for (int k = 0; k <= 6; k++) {
            sum += model.predictive(k, 6);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void entropiesMatchHandCalculation() {
        double[] fair = {0.5, 0.5};
        double[] biased = {0.25, 0.75};
        assertThat(Information.entropy(fair)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(Information.entropy(new double[] {1, 0})).isZero();
        assertThat(Information.crossEntropy(fair, biased)).isCloseTo(Math.log(16 / 3.0) / 2, within(1e-15));
        // Cover and Thomas (2006), example 2.3.1 with r = 1/2 and s = 1/4: 0.2075 and 0.1887 bits
        assertThat(Information.klDivergence(fair, biased) / Math.log(2)).isCloseTo(0.2075, within(5e-5));
        assertThat(Information.klDivergence(biased, fair) / Math.log(2)).isCloseTo(0.1887, within(5e-5));
        assertThat(Information.klDivergence(fair, new double[] {1, 0})).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Cover and Thomas (2006), example 2.2.1: I(X;Y) = 0.375 bits. */
    @Test
    void mutualInformationMatchesPublishedTable() {
        double[][] joint = {
            {1 / 8.0, 1 / 16.0, 1 / 32.0, 1 / 32.0},
            {1 / 16.0, 1 / 8.0, 1 / 32.0, 1 / 32.0},
            {1 / 16.0, 1 / 16.0, 1 / 16.0, 1 / 16.0},
            {1 / 4.0, 0, 0, 0}
        };
        assertThat(Information.mutualInformation(joint) / Math.log(2)).isCloseTo(0.375, within(1e-14));
        double[][] independent = {{0.06, 0.24}, {0.14, 0.56}};
        assertThat(Information.mutualInformation(independent)).isCloseTo(0, within(1e-15));
    }

    @Property(tries = 200)
    void klDivergenceIsDifferenceOfEntropies(
            @ForAll @Size(5) List<@DoubleRange(min = 0.01, max = 1) Double> first,
            @ForAll @Size(5) List<@DoubleRange(min = 0.01, max = 1) Double> second) {
        double[] p = normalized(first);
        double[] q = normalized(second);
        double divergence = Information.klDivergence(p, q);
        assertThat(divergence).isGreaterThan(-1e-15);
        assertThat(Information.crossEntropy(p, q) - Information.entropy(p)).isCloseTo(divergence, within(1e-13));
        assertThat(Information.entropy(p)).isLessThanOrEqualTo(Math.log(5) + 1e-14);
    }

    private static double[] normalized(List<Double> weights) {
        double sum = weights.stream().mapToDouble(w -> w).sum();
        return weights.stream().mapToDouble(w -> w / sum).toArray();
    }

    @Test
    void lawOfLargeNumbers() {
        List<LimitTheorems.RunningMean> report = LimitTheorems.lawOfLargeNumbers(
                new Exponential(0.5), new int[] {100, 10_000, 1_000_000}, new SplittableRandom(5));
        assertThat(report).allSatisfy(row -> assertThat(row.error()).isLessThan(3 * row.expectedError()));
        assertThat(report.get(2).error()).isLessThan(0.006);
        assertThat(report.get(2).expectedError()).isCloseTo(0.002, within(1e-12));
    }

    /** The average of Cauchy draws has the distribution of a single draw. */
    @Test
    void cauchyAveragesDoNotConverge() {
        int far = 0;
        for (int seed = 0; seed < 200; seed++) {
            double mean = LimitTheorems.lawOfLargeNumbers(
                            new Cauchy(0, 1), new int[] {1_000}, new SplittableRandom(seed))
                    .get(0)
                    .mean();
            far += Math.abs(mean) > 1 ? 1 : 0;
        }
        assertThat(far).isBetween(75, 125);
    }

    @Test
    void centralLimitTheorem() {
        Exponential skewed = new Exponential(1);
        LimitTheorems.Standardized few = LimitTheorems.centralLimit(skewed, 2, 20_000, new SplittableRandom(8));
        LimitTheorems.Standardized many = LimitTheorems.centralLimit(skewed, 100, 20_000, new SplittableRandom(8));
        assertThat(few.largestGap()).isGreaterThan(0.05);
        // The leading Berry-Esseen term for skewness 2 is 2 / (6 sqrt(2 pi n)) = 0.0133; the sampling error adds 0.006.
        assertThat(many.largestGap()).isLessThan(0.025);
        assertThat(many.mean()).isCloseTo(0, within(0.02));
        assertThat(many.variance()).isCloseTo(1, within(0.03));
        assertThat(LimitTheorems.centralLimit(new Poisson(3), 50, 5_000, new SplittableRandom(9))
                        .variance())
                .isCloseTo(1, within(0.06));
    }

    @Test
    void rejectsInvalidArguments() {
        double[] fair = {0.5, 0.5};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesRule.posterior(fair, new double[] {0, 0}))
                .withMessageContaining("but all had probability 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesRule.posterior(fair, new double[] {1}))
                .withMessageContaining("expected 2 likelihoods, one for each hypothesis, but was 1");
        assertThatIllegalArgumentException().isThrownBy(() -> BayesRule.posterior(fair, new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BetaBinomial.uniform().update(-1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BetaBinomial.uniform().predictive(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Information.entropy(new double[] {0.5, 0.6}));
        assertThatIllegalArgumentException().isThrownBy(() -> Information.klDivergence(fair, new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Information.mutualInformation(new double[][] {{0.5, 0.5}, {0}}))
                .withMessageContaining("expected rows of length 2, but row 1 has length 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LimitTheorems.lawOfLargeNumbers(new Exponential(1), new int[] {5, 5}, new SplittableRandom(1)))
                .withMessageContaining("but was " + Arrays.toString(new int[] {5, 5}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LimitTheorems.centralLimit(new Cauchy(0, 1), 5, 10, new SplittableRandom(1)))
                .withMessageContaining("standard deviation: expected a finite number > 0, but was NaN");
    }
}
