package quartet.scratch.generative;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.probability.discrete.Categorical;

/**
 * A Markov chain with finitely many states.
 * <pre>{@code
 * P_ij = probability of state j after state i;   rows sum to 1
 * estimated:   P_ij = (n_ij + k) / (sum_j n_ij + k states),   n_ij = transitions seen
 * stationary:  pi^T P = pi^T,   sum pi = 1
 * }</pre>
 * The estimate with k = 0 is the maximum-likelihood estimate.
 * Source: Norris, Markov Chains (1997), sections 1.1, 1.2 and 1.7.
 */
public final class MarkovChain {

    private final Matrix transitions;

    /**
     * Creates the chain with the given transition matrix.
     *
     * @param transitions P [states, states]
     * @throws IllegalArgumentException if P is not square, is empty, or has a row that is not a distribution
     */
    public MarkovChain(Matrix transitions) {
        Require.atLeast("MarkovChain", "states", 1, transitions.rows());
        for (double[] row : transitions.toRows()) {
            RequireArray.row("MarkovChain", transitions.rows(), row);
            requireDistribution(row);
        }
        this.transitions = transitions;
    }

    private static void requireDistribution(double[] row) {
        double sum = Arrays.stream(row).sum();
        if (Arrays.stream(row).anyMatch(p -> p < 0) || Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException(
                    "MarkovChain: expected rows of probabilities with sum 1, but was " + Arrays.toString(row));
        }
    }

    /**
     * Estimates the transition matrix from sequences of states.
     *
     * @param sequences the sequences, of any length, with states in [0, states)
     * @param smoothing k, at least 0, which is added to the count of every transition
     * @throws IllegalArgumentException if a state is out of range, or k is 0 and a state has no observed transition
     */
    public static MarkovChain fit(List<int[]> sequences, int states, double smoothing) {
        Require.atLeast("MarkovChain", "states", 1, states);
        double[][] counts = new double[states][states];
        for (double[] row : counts) {
            Arrays.fill(row, Require.notNegative("MarkovChain", "smoothing", smoothing));
        }
        for (int[] sequence : sequences) {
            RequireArray.indices("MarkovChain: states", "numbers", sequence, states);
            for (int i = 1; i < sequence.length; i++) {
                counts[sequence[i - 1]][sequence[i]]++;
            }
        }
        for (int i = 0; i < states; i++) {
            double sum = Arrays.stream(counts[i]).sum();
            if (sum == 0) {
                throw new IllegalArgumentException(
                        "MarkovChain: expected a transition from every state or smoothing, but was none from " + i);
            }
            counts[i] = Arrays.stream(counts[i]).map(count -> count / sum).toArray();
        }
        return new MarkovChain(Matrix.of(counts));
    }

    /** Returns P [states, states]. */
    public Matrix transitions() {
        return transitions;
    }

    /** Returns the number of states. */
    public int states() {
        return transitions.rows();
    }

    /**
     * Returns the stationary distribution pi [states], the long-run fraction of time in each state. It is computed by
     * the elimination of Grassmann, Taksar and Heyman, which censors one state after the other. The elimination does
     * not subtract, so the result is accurate also for chains that rarely leave some of their states.
     * <pre>{@code
     * for k = n-1, ..., 1:  p_ij += p_ik p_kj / sum_{l<k} p_kl   for i, j < k
     * pi_0 = 1,  pi_k = sum_{i<k} pi_i p_ik / sum_{l<k} p_kl,    then divided by the sum
     * }</pre>
     * Source: Grassmann, Taksar, Heyman (1985), "Regenerative Analysis and Steady State Distributions for Markov
     * Chains".
     *
     * @throws IllegalArgumentException if the chain has more than one closed class, so that the distribution is not
     *     unique
     */
    public Vector stationary() {
        int[] closed = closedClass();
        int n = closed.length;
        double[][] p = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                p[i][j] = transitions.get(closed[i], closed[j]);
            }
        }
        for (int k = n - 1; k > 0; k--) {
            double leaving = Arrays.stream(p[k], 0, k).sum();
            for (int i = 0; i < k; i++) {
                p[i][k] /= leaving;
                for (int j = 0; j < k; j++) {
                    p[i][j] += p[i][k] * p[k][j];
                }
            }
        }
        double[] pi = new double[states()];
        for (int k = 0; k < n; k++) {
            pi[closed[k]] = k == 0 ? 1 : 0;
            for (int i = 0; i < k; i++) {
                pi[closed[k]] += pi[closed[i]] * p[i][k];
            }
        }
        Vector weights = Vector.of(pi);
        return weights.scale(1 / weights.sum());
    }

    /** Draws a walk of the given length, which includes the start. */
    public int[] sample(int start, int length, RandomGenerator random) {
        RequireArray.indices("MarkovChain: start", "numbers", new int[] {start}, states());
        Require.atLeast("MarkovChain", "states in a walk", 1, length);
        int[] walk = new int[length];
        walk[0] = start;
        for (int i = 1; i < length; i++) {
            walk[i] = (int) new Categorical(transitions.row(walk[i - 1]).toArray()).sampleInteger(random);
        }
        return walk;
    }

    /**
     * Returns the log-probability of a walk given its first state, in nats. It is -infinity for an impossible walk.
     *
     * @throws IllegalArgumentException if a state is out of range
     */
    public double logProbability(int[] walk) {
        RequireArray.indices("MarkovChain: states", "numbers", walk, states());
        double sum = 0;
        for (int i = 1; i < walk.length; i++) {
            sum += Math.log(transitions.get(walk[i - 1], walk[i]));
        }
        return sum;
    }

    /** Returns the states that are reachable from all states. They are the closed class, if there is only one. */
    private int[] closedClass() {
        boolean[][] reaches = new boolean[states()][states()];
        for (int i = 0; i < states(); i++) {
            for (int j = 0; j < states(); j++) {
                reaches[i][j] = i == j || transitions.get(i, j) > 0;
            }
        }
        // Warshall's transitive closure
        for (int k = 0; k < states(); k++) {
            for (int i = 0; i < states(); i++) {
                for (int j = 0; j < states() && reaches[i][k]; j++) {
                    reaches[i][j] |= reaches[k][j];
                }
            }
        }
        int[] closed = IntStream.range(0, states())
                .filter(j -> Arrays.stream(reaches).allMatch(row -> row[j]))
                .toArray();
        if (closed.length == 0) {
            throw new IllegalArgumentException("MarkovChain.stationary: expected one closed class of states, but there"
                    + " are several, and the limit depends on the start");
        }
        return closed;
    }
}
