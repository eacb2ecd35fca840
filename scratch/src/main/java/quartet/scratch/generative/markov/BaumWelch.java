package quartet.scratch.generative.markov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.probability.continuous.Dirichlet;
import quartet.scratch.probability.special.LogSumExp;

/**
 * Fits a hidden Markov model by the Baum-Welch algorithm, which is expectation maximization.
 * <pre>{@code
 * E step   g_t(i) = P(s_t = i | o) = a_t(i) b_t(i) / P(o)
 *          x_t(i, j) = P(s_t = i, s_{t+1} = j | o) = a_t(i) A_ij B_j(o_{t+1}) b_{t+1}(j) / P(o)
 * M step   p_i = mean of g_1(i),   A_ij = sum_t x_t(i, j) / sum_t sum_j x_t(i, j),
 *          B_ik = sum over t with o_t = k of g_t(i) / sum_t g_t(i)             (sums also over the sequences)
 * }</pre>
 * The likelihood never decreases. The result is a local maximum, which depends on the start; states that start equal stay
 * equal. A probability that starts at 0 stays 0. The row of a state that is never reached is kept.
 * Source: Baum, Petrie, Soules, Weiss (1970); Rabiner (1989), section III.C, equations 37, 40a to 40c and 109 to 110;
 * Bishop (2006), section 13.2.1.
 *
 * @param model the fitted model
 * @param logLikelihoods the log-likelihood of all sequences, in nats, before each step and after the last one
 * @param converged whether the last step improved it by less than the tolerance
 */
public record BaumWelch(HiddenMarkovModel model, List<Double> logLikelihoods, boolean converged) {

    /** Copies the log-likelihoods. */
    public BaumWelch {
        Require.notNull("BaumWelch", "model", model);
        Require.notNull("BaumWelch", "logLikelihoods", logLikelihoods);
        logLikelihoods = List.copyOf(logLikelihoods);
    }

    /** Returns a start for {@link #fit} whose probabilities are uniformly distributed. */
    public static HiddenMarkovModel randomStart(int states, int symbols, RandomGenerator random) {
        Require.notNull("BaumWelch.randomStart", "random", random);
        Require.atLeast("BaumWelch.randomStart: states", 1, states);
        Require.atLeast("BaumWelch.randomStart: symbols", 1, symbols);
        return new HiddenMarkovModel(
                uniform(states, random), uniformRows(states, states, random), uniformRows(states, symbols, random));
    }

    private static Matrix uniformRows(int rows, int columns, RandomGenerator random) {
        double[][] distributions = new double[rows][];
        for (int i = 0; i < rows; i++) {
            distributions[i] = uniform(columns, random);
        }
        return Matrix.of(distributions);
    }

    private static double[] uniform(int size, RandomGenerator random) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return size == 1 ? ones : new Dirichlet(ones).sample(random);
    }

    /**
     * Fits a model to sequences.
     *
     * @param sequences the observations, at least one sequence
     * @param start the first model
     * @param tolerance the improvement of the log-likelihood, in nats, below which the iteration ends; greater than 0
     * @param maxIterations the largest number of steps, at least 1
     * @throws IllegalArgumentException if there is no sequence, one is empty, has an observation out of range or is
     *     impossible under the start, or the tolerance or the number of steps is not positive
     */
    public static BaumWelch fit(List<int[]> sequences, HiddenMarkovModel start, double tolerance, int maxIterations) {
        Require.atLeast("BaumWelch", "sequences", 1, sequences.size());
        Require.positive("BaumWelch", "tolerance", tolerance);
        Require.positive("BaumWelch", "maxIterations", maxIterations);
        HiddenMarkovModel model = start;
        List<Double> logLikelihoods = new ArrayList<>();
        for (int step = 0; ; step++) {
            Counts counts = new Counts(model);
            for (int[] sequence : sequences) {
                counts.add(sequence);
            }
            logLikelihoods.add(counts.logLikelihood);
            boolean converged = step > 0 && counts.logLikelihood - logLikelihoods.get(step - 1) < tolerance;
            if (converged || step == maxIterations) {
                return new BaumWelch(model, logLikelihoods, converged);
            }
            model = counts.model();
        }
    }

    /** The expected counts of the E step. */
    private static final class Counts {
        private final HiddenMarkovModel old;
        private final double[] starts;
        private final double[][] moves;
        private final double[][] symbols;
        private double logLikelihood;

        Counts(HiddenMarkovModel old) {
            this.old = old;
            this.starts = new double[old.states()];
            this.moves = new double[old.states()][old.states()];
            this.symbols = new double[old.states()][old.symbols()];
        }

        void add(int[] o) {
            double[][] g = old.posteriors(o);
            double[][] a = old.logForward(o);
            double[][] b = old.logBackward(o);
            double total = LogSumExp.of(a[o.length - 1]);
            logLikelihood += total;
            for (int i = 0; i < starts.length; i++) {
                starts[i] += g[0][i];
                for (int t = 0; t < o.length; t++) {
                    symbols[i][o[t]] += g[t][i];
                    for (int j = 0; t + 1 < o.length && j < starts.length; j++) {
                        moves[i][j] += Math.exp(a[t][i] + old.logStep(i, j, o[t + 1]) + b[t + 1][j] - total);
                    }
                }
            }
        }

        HiddenMarkovModel model() {
            double[][] transitions = old.transitions().toRows();
            double[][] emissions = old.emissions().toRows();
            for (int i = 0; i < starts.length; i++) {
                transitions[i] = normalized(moves[i], transitions[i]);
                emissions[i] = normalized(symbols[i], emissions[i]);
            }
            return new HiddenMarkovModel(normalized(starts, starts), Matrix.of(transitions), Matrix.of(emissions));
        }

        private static double[] normalized(double[] counts, double[] kept) {
            double sum = Arrays.stream(counts).sum();
            return sum > 0 ? Arrays.stream(counts).map(c -> c / sum).toArray() : kept;
        }
    }
}
