package quartet.scratch.generative.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;

/** Compares the recurrences with sums and maxima over all sequences of states. */
class HiddenMarkovModelTest {

    private static final double[] INITIAL = {0.5, 0.2, 0.3};
    private static final double[][] A = {{0.6, 0.3, 0.1}, {0, 0.5, 0.5}, {0.3, 0.3, 0.4}};
    private static final double[][] B = {{0.7, 0.2, 0.05, 0.05}, {0.1, 0.1, 0.8, 0}, {0.25, 0.25, 0.25, 0.25}};
    private static final HiddenMarkovModel MODEL = new HiddenMarkovModel(INITIAL, Matrix.of(A), Matrix.of(B));
    private static final int[] OBSERVED = {0, 2, 1, 3, 0, 2};

    /** Returns the probability of the states and the observations together. */
    private static double joint(int[] states, int[] observed) {
        double p = INITIAL[states[0]] * B[states[0]][observed[0]];
        for (int t = 1; t < observed.length; t++) {
            p *= A[states[t - 1]][states[t]] * B[states[t]][observed[t]];
        }
        return p;
    }

    private static List<int[]> allStates(int length) {
        List<int[]> all = new ArrayList<>();
        for (int code = 0; code < Math.pow(3, length); code++) {
            int[] states = new int[length];
            int rest = code;
            for (int t = 0; t < length; t++) {
                states[t] = rest % 3;
                rest /= 3;
            }
            all.add(states);
        }
        return all;
    }

    @Test
    void forwardBackwardAndViterbiMatchTheSumOverAllStates() {
        double total = 0;
        double[][] posteriors = new double[OBSERVED.length][3];
        int[] best = {};
        double largest = 0;
        for (int[] states : allStates(OBSERVED.length)) {
            double p = joint(states, OBSERVED);
            total += p;
            for (int t = 0; t < states.length; t++) {
                posteriors[t][states[t]] += p;
            }
            best = p > largest ? states : best;
            largest = Math.max(p, largest);
        }
        assertThat(MODEL.logLikelihood(OBSERVED)).isCloseTo(Math.log(total), within(1e-13));
        double[][] own = MODEL.posteriors(OBSERVED);
        double[][] forward = MODEL.logForward(OBSERVED);
        double[][] backward = MODEL.logBackward(OBSERVED);
        for (int t = 0; t < OBSERVED.length; t++) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                assertThat(own[t][i]).isCloseTo(posteriors[t][i] / total, within(1e-13));
                sum += Math.exp(forward[t][i] + backward[t][i]);
            }
            assertThat(sum).isCloseTo(total, within(1e-15));
        }
        HiddenMarkovModel.Path path = MODEL.viterbi(OBSERVED);
        assertThat(path.states()).containsExactly(best);
        assertThat(path.logProbability()).isCloseTo(Math.log(largest), within(1e-13));
    }

    @Test
    void longSequencesDoNotUnderflow() {
        int[] observed = MODEL.sample(5000, new Random(1)).observations();
        double logLikelihood = MODEL.logLikelihood(observed);
        assertThat(logLikelihood).isBetween(-5000 * Math.log(4), -1000.0);
        assertThat(MODEL.viterbi(observed).logProbability()).isLessThan(logLikelihood);
    }

    /** One step of the algorithm, with expected counts from the sum over all sequences of states. */
    @Test
    void oneStepOfBaumWelchMatchesTheExpectedCounts() {
        int[] second = {1, 1, 2, 0};
        double[] starts = new double[3];
        double[][] moves = new double[3][3];
        double[][] symbols = new double[3][4];
        for (int[] observed : List.of(OBSERVED, second)) {
            double total = Math.exp(MODEL.logLikelihood(observed));
            for (int[] states : allStates(observed.length)) {
                double p = joint(states, observed) / total;
                starts[states[0]] += p / 2;
                for (int t = 0; t < states.length; t++) {
                    symbols[states[t]][observed[t]] += p;
                    if (t > 0) {
                        moves[states[t - 1]][states[t]] += p;
                    }
                }
            }
        }
        HiddenMarkovModel fitted =
                BaumWelch.fit(List.of(OBSERVED, second), MODEL, 1e-9, 1).model();
        assertThat(fitted.initial()).containsExactly(starts, within(1e-13));
        for (int i = 0; i < 3; i++) {
            assertThat(fitted.transitions().row(i).toArray()).containsExactly(shares(moves[i]), within(1e-13));
            assertThat(fitted.emissions().row(i).toArray()).containsExactly(shares(symbols[i]), within(1e-13));
        }
    }

    private static double[] shares(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        double[] shares = counts.clone();
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    @Test
    void baumWelchNeverLowersTheLikelihoodAndReachesThatOfTheTruth() {
        Random random = new Random(2);
        HiddenMarkovModel truth = new HiddenMarkovModel(
                new double[] {0.5, 0.5},
                Matrix.of(new double[] {0.95, 0.05}, new double[] {0.1, 0.9}),
                Matrix.of(new double[] {0.8, 0.1, 0.1}, new double[] {0.1, 0.2, 0.7}));
        List<int[]> sequences = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sequences.add(truth.sample(100, random).observations());
        }
        BaumWelch fit = BaumWelch.fit(sequences, BaumWelch.randomStart(2, 3, random), 1e-4, 500);
        assertThat(fit.converged()).isTrue();
        List<Double> path = fit.logLikelihoods();
        for (int step = 1; step < path.size(); step++) {
            assertThat(path.get(step)).isGreaterThan(path.get(step - 1) - 1e-9);
        }
        double ofTruth = sequences.stream().mapToDouble(truth::logLikelihood).sum();
        assertThat(path.get(path.size() - 1)).isGreaterThan(ofTruth);
    }

    @Test
    void impossibleAndInvalidArgumentsAreRefused() {
        HiddenMarkovModel fixed = new HiddenMarkovModel(new double[] {1, 0}, Matrix.identity(2), Matrix.identity(2));
        assertThat(fixed.logLikelihood(0, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(fixed.viterbi(0, 0).logProbability()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixed.viterbi(0, 1))
                .withMessage("HiddenMarkovModel: expected a sequence of positive probability, but it was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixed.posteriors(0, 2))
                .withMessage("HiddenMarkovModel: expected observations in [0, 2), but was 2 at position 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HiddenMarkovModel(new double[] {1, 0}, Matrix.zeros(2, 2), Matrix.identity(2)))
                .withMessageContaining("HiddenMarkovModel: transitions: expected probabilities with sum 1");
    }
}
