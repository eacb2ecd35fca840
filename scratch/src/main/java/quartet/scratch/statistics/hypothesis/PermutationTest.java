package quartet.scratch.statistics.hypothesis;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Permutation tests: the distribution of any statistic if the labels of the samples mean nothing.
 * <pre>{@code
 * independent   all divisions of the pooled observations into n1 and n2 are equally likely: C(n1 + n2, n1)
 * paired        the sign of each difference is + or - with equal probability: 2^n
 * exact         p = share of the cases at least as extreme as the observed one
 * random        p = (extreme cases + 1) / (resamples + 1)
 * }</pre>
 * The tests are exact if all cases are enumerated, that is if there are at most {@code resamples}; otherwise random cases
 * are drawn. The two-sided p-value is twice the smaller of the one-sided ones, at most 1. No assumption is made except
 * that the observations are exchangeable.
 * Source: Fisher (1935); Phipson, Smyth (2010), "Permutation P-values Should Never Be Zero"; Good, Permutation,
 * Parametric and Bootstrap Tests of Hypotheses (3rd ed., 2005), chapter 3.
 *
 * @param resamples the largest number of cases, at least 1; 9999 is usual
 */
public record PermutationTest(int resamples) {

    /** Statistics whose difference is a smaller part of the observed one are equal. */
    private static final double ROUNDING = 1e-12;

    /** Rejects a number of resamples that is not positive. */
    public PermutationTest {
        Require.positive("PermutationTest", "resamples", resamples);
    }

    /**
     * Compares two independent samples.
     *
     * @param statistic a function of both samples, such as the difference of their means
     * @param random draws the cases, if there are too many to enumerate
     * @throws IllegalArgumentException if a sample is empty or not finite
     */
    public TestResult independent(
            double[] x,
            double[] y,
            ToDoubleBiFunction<double[], double[]> statistic,
            Alternative alternative,
            RandomGenerator random) {
        RequireArray.sample("PermutationTest.independent, first sample", x, 1);
        RequireArray.sample("PermutationTest.independent, second sample", y, 1);
        double[] pooled = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, pooled, x.length, y.length);
        Counter counter = new Counter(statistic.applyAsDouble(x, y));
        boolean exact = choices(pooled.length, x.length) <= resamples;
        if (exact) {
            enumerate(pooled, new boolean[pooled.length], 0, x.length, statistic, counter);
        } else {
            for (int b = 0; b < resamples; b++) {
                shuffle(pooled, random);
                counter.add(statistic.applyAsDouble(
                        Arrays.copyOf(pooled, x.length), Arrays.copyOfRange(pooled, x.length, pooled.length)));
            }
        }
        return counter.result("permutation test, independent samples", exact, alternative);
    }

    /**
     * Compares pairs, for example the scores of two models on the same folds.
     *
     * @param statistic a function of the differences x - y, such as their mean
     * @param random draws the cases, if there are too many to enumerate
     * @throws IllegalArgumentException if the lengths differ, there is no pair or a number is not finite
     */
    public TestResult paired(
            double[] x,
            double[] y,
            ToDoubleFunction<double[]> statistic,
            Alternative alternative,
            RandomGenerator random) {
        RequireArray.pairs("PermutationTest.paired", x, y, 1);
        double[] differences = new double[x.length];
        Arrays.setAll(differences, i -> x[i] - y[i]);
        Counter counter = new Counter(statistic.applyAsDouble(differences));
        boolean exact = x.length < 31 && 1L << x.length <= resamples;
        long cases = exact ? 1L << x.length : resamples;
        for (long b = 0; b < cases; b++) {
            double[] signed = differences.clone();
            for (int i = 0; i < signed.length; i++) {
                boolean flipped = exact ? (b >> i & 1) == 1 : random.nextBoolean();
                signed[i] = flipped ? -signed[i] : signed[i];
            }
            counter.add(statistic.applyAsDouble(signed));
        }
        return counter.result("permutation test, paired", exact, alternative);
    }

    /** Visits all choices of {@code missing} observations from position {@code at} on. */
    private static void enumerate(
            double[] pooled,
            boolean[] chosen,
            int at,
            int missing,
            ToDoubleBiFunction<double[], double[]> statistic,
            Counter counter) {
        if (at == pooled.length) {
            counter.add(statistic.applyAsDouble(select(pooled, chosen, true), select(pooled, chosen, false)));
            return;
        }
        if (missing > 0) {
            chosen[at] = true;
            enumerate(pooled, chosen, at + 1, missing - 1, statistic, counter);
            chosen[at] = false;
        }
        if (missing < pooled.length - at) {
            enumerate(pooled, chosen, at + 1, missing, statistic, counter);
        }
    }

    private static double[] select(double[] pooled, boolean[] chosen, boolean which) {
        double[] selected = new double[pooled.length];
        int count = 0;
        for (int i = 0; i < pooled.length; i++) {
            if (chosen[i] == which) {
                selected[count++] = pooled[i];
            }
        }
        return Arrays.copyOf(selected, count);
    }

    /** Returns C(n, k), as a double because it may be huge. */
    private static double choices(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product = product * (n - k + i) / i;
        }
        return product;
    }

    private static void shuffle(double[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    /** Counts the cases on both sides of the observed statistic. */
    private static final class Counter {
        private final double observed;
        private final double rounding;
        private long below;
        private long above;
        private long cases;

        Counter(double observed) {
            this.observed = Require.finite("PermutationTest: statistic", observed);
            this.rounding = ROUNDING * Math.abs(observed);
        }

        void add(double statistic) {
            cases++;
            below += statistic <= observed + rounding ? 1 : 0;
            above += statistic >= observed - rounding ? 1 : 0;
        }

        TestResult result(String name, boolean exact, Alternative alternative) {
            int added = exact ? 0 : 1;
            double less = (below + added) / (double) (cases + added);
            double greater = (above + added) / (double) (cases + added);
            double p =
                    switch (alternative) {
                        case TWO_SIDED -> Math.min(1, 2 * Math.min(less, greater));
                        case LESS -> less;
                        case GREATER -> greater;
                    };
            return new TestResult(name, observed, List.of(), p);
        }
    }
}
