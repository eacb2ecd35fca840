package quartet.scratch.generative.markov;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.probability.discrete.Categorical;
import quartet.scratch.probability.special.LogSumExp;

/**
 * A hidden Markov model with discrete observations.
 * <pre>{@code
 * initial p_i = P(s_1 = i),   transitions A_ij = P(s_{t+1} = j | s_t = i),   emissions B_ik = P(o_t = k | s_t = i)
 * forward   a_1(j) = p_j B_j(o_1),     a_{t+1}(j) = sum_i a_t(i) A_ij B_j(o_{t+1})       = P(o_1..o_{t+1}, s_{t+1} = j)
 * backward  b_T(i) = 1,                b_t(i) = sum_j A_ij B_j(o_{t+1}) b_{t+1}(j)        = P(o_{t+1}..o_T | s_t = i)
 * P(o) = sum_i a_T(i),                 P(s_t = i | o) = a_t(i) b_t(i) / P(o)
 * Viterbi   v_{t+1}(j) = max_i v_t(i) A_ij B_j(o_{t+1}), then back from the best v_T through the arguments of the maxima
 * }</pre>
 * All recurrences run in logarithms, because the probabilities of long sequences underflow. The cost is O(T K^2) for T
 * observations and K states.
 * Source: Rabiner (1989), "A Tutorial on Hidden Markov Models and Selected Applications in Speech Recognition", equations
 * 19, 20, 24, 25, 27 and 32 to 35; Bishop (2006), section 13.2.
 */
public final class HiddenMarkovModel {

    private final double[] initial;
    private final double[][] transitions;
    private final double[][] emissions;
    private final double[] logInitial;
    private final double[][] logTransitions;
    private final double[][] logEmissions;

    /**
     * A sequence of states and its logarithmic probability together with the observations, in nats.
     *
     * @param states [T]
     */
    public record Path(int[] states, double logProbability) {
        /** Rejects null. */
        public Path {
            Require.notNull("Path", "states", states);
        }
    }

    /**
     * States and observations drawn from a model.
     *
     * @param states [T]
     * @param observations [T]
     */
    public record Sequence(int[] states, int[] observations) {
        /** Rejects null. */
        public Sequence {
            Require.notNull("Sequence", "states", states);
            Require.notNull("Sequence", "observations", observations);
        }
    }

    /**
     * Creates a model.
     *
     * @param initial p [K]
     * @param transitions A [K, K]
     * @param emissions B [K, M]
     * @throws IllegalArgumentException if the shapes do not match, or p or a row is not a distribution
     */
    public HiddenMarkovModel(double[] initial, Matrix transitions, Matrix emissions) {
        int states = initial.length;
        Require.atLeast("HiddenMarkovModel", "states", 1, states);
        Require.that(
                transitions.rows() == states && transitions.columns() == states,
                "HiddenMarkovModel: expected transitions %dx%d, but was %s",
                states,
                states,
                transitions.shape());
        Require.that(
                emissions.rows() == states && emissions.columns() > 0,
                "HiddenMarkovModel: expected emissions of %d rows, but was %s",
                states,
                emissions.shape());
        this.initial =
                RequireArray.masses("HiddenMarkovModel: initial", initial).clone();
        this.transitions = distributions("HiddenMarkovModel: transitions", transitions);
        this.emissions = distributions("HiddenMarkovModel: emissions", emissions);
        this.logInitial = logarithms(this.initial);
        this.logTransitions = Arrays.stream(this.transitions)
                .map(HiddenMarkovModel::logarithms)
                .toArray(double[][]::new);
        this.logEmissions =
                Arrays.stream(this.emissions).map(HiddenMarkovModel::logarithms).toArray(double[][]::new);
    }

    private static double[][] distributions(String what, Matrix rows) {
        return Arrays.stream(rows.toRows())
                .map(row -> RequireArray.masses(what, row))
                .toArray(double[][]::new);
    }

    private static double[] logarithms(double[] probabilities) {
        return Arrays.stream(probabilities).map(Math::log).toArray();
    }

    /** Returns the number of states K. */
    public int states() {
        return initial.length;
    }

    /** Returns the number of different observations M. */
    public int symbols() {
        return emissions[0].length;
    }

    /** Returns a copy of p [K]. */
    public double[] initial() {
        return initial.clone();
    }

    /** Returns A [K, K]. */
    public Matrix transitions() {
        return Matrix.of(transitions);
    }

    /** Returns B [K, M]. */
    public Matrix emissions() {
        return Matrix.of(emissions);
    }

    /**
     * Returns ln a [T, K].
     *
     * @param observations [T], each in [0, M)
     * @throws IllegalArgumentException if there is no observation or one is out of range
     */
    public double[][] logForward(int... observations) {
        require(observations);
        double[][] a = new double[observations.length][states()];
        for (int t = 0; t < observations.length; t++) {
            for (int j = 0; j < states(); j++) {
                double arriving = t == 0 ? logInitial[j] : LogSumExp.of(arrivals(a[t - 1], j));
                a[t][j] = arriving + logEmissions[j][observations[t]];
            }
        }
        return a;
    }

    /**
     * Returns ln b [T, K].
     *
     * @param observations [T], each in [0, M)
     * @throws IllegalArgumentException if there is no observation or one is out of range
     */
    public double[][] logBackward(int... observations) {
        require(observations);
        double[][] b = new double[observations.length][states()];
        for (int t = observations.length - 2; t >= 0; t--) {
            for (int i = 0; i < states(); i++) {
                double[] terms = new double[states()];
                for (int j = 0; j < terms.length; j++) {
                    terms[j] = logTransitions[i][j] + logEmissions[j][observations[t + 1]] + b[t + 1][j];
                }
                b[t][i] = LogSumExp.of(terms);
            }
        }
        return b;
    }

    /**
     * Returns ln P(o), in nats; -infinity for an impossible sequence.
     *
     * @throws IllegalArgumentException if there is no observation or one is out of range
     */
    public double logLikelihood(int... observations) {
        return LogSumExp.of(logForward(observations)[observations.length - 1]);
    }

    /**
     * Returns the probabilities of the states given all observations, {@code P(s_t = i | o)} [T, K].
     *
     * @throws IllegalArgumentException if there is no observation, one is out of range, or the sequence is impossible
     */
    public double[][] posteriors(int... observations) {
        double[][] a = logForward(observations);
        double[][] b = logBackward(observations);
        requirePossible(LogSumExp.of(a[observations.length - 1]));
        double[][] posteriors = new double[observations.length][states()];
        for (int t = 0; t < observations.length; t++) {
            for (int i = 0; i < states(); i++) {
                posteriors[t][i] = a[t][i] + b[t][i];
            }
            posteriors[t] = Arrays.stream(LogSumExp.shares(posteriors[t]))
                    .map(Math::exp)
                    .toArray();
        }
        return posteriors;
    }

    /**
     * Returns the most probable states given the observations, the smallest ones if several are equal.
     *
     * @throws IllegalArgumentException if there is no observation, one is out of range, or the sequence is impossible
     */
    public Path viterbi(int... observations) {
        require(observations);
        int length = observations.length;
        double[] v = new double[states()];
        int[][] from = new int[length][states()];
        for (int t = 0; t < length; t++) {
            double[] next = new double[states()];
            for (int j = 0; j < states(); j++) {
                double[] arrivals = t == 0 ? new double[] {logInitial[j]} : arrivals(v, j);
                from[t][j] = LogSumExp.largest(arrivals);
                next[j] = arrivals[from[t][j]] + logEmissions[j][observations[t]];
            }
            v = next;
        }
        int[] states = new int[length];
        states[length - 1] = LogSumExp.largest(v);
        requirePossible(v[states[length - 1]]);
        for (int t = length - 1; t > 0; t--) {
            states[t - 1] = from[t][states[t]];
        }
        return new Path(states, v[states[length - 1]]);
    }

    /**
     * Draws a sequence.
     *
     * @param length T, at least 1
     * @throws IllegalArgumentException if the length is below 1
     */
    public Sequence sample(int length, RandomGenerator random) {
        Require.positive("HiddenMarkovModel.sample", "length", length);
        int[] states = new int[length];
        int[] observations = new int[length];
        for (int t = 0; t < length; t++) {
            double[] next = t == 0 ? initial : transitions[states[t - 1]];
            states[t] = (int) new Categorical(next).sampleInteger(random);
            observations[t] = (int) new Categorical(emissions[states[t]]).sampleInteger(random);
        }
        return new Sequence(states, observations);
    }

    /** Returns {@code previous_i + ln A_ij} for all i. */
    private double[] arrivals(double[] previous, int j) {
        double[] arrivals = new double[states()];
        Arrays.setAll(arrivals, i -> previous[i] + logTransitions[i][j]);
        return arrivals;
    }

    /** Returns {@code ln(A_ij B_j(o))}. */
    double logStep(int i, int j, int observation) {
        return logTransitions[i][j] + logEmissions[j][observation];
    }

    private void require(int[] observations) {
        Require.atLeast("HiddenMarkovModel", "observations", 1, observations.length);
        RequireArray.indices("HiddenMarkovModel", "observations", observations, symbols());
    }

    private static void requirePossible(double logLikelihood) {
        Require.that(
                logLikelihood > Double.NEGATIVE_INFINITY,
                "HiddenMarkovModel: expected a sequence of positive probability, but it was 0");
    }
}
