package quartet.scratch.generative;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.application.PowerIteration;
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

    private static final double TOLERANCE = 1e-12;
    private static final int MAX_ITERATIONS = 1_000_000;

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
     * Returns the stationary distribution pi [states], the long-run fraction of time in each state. It is the
     * eigenvector of P^T for the eigenvalue 1, computed by {@link PowerIteration} on {@code (P^T + I) / 2}. That matrix
     * has the same eigenvectors, but 1 is its only eigenvalue of modulus 1 even if the chain is periodic.
     *
     * @throws IllegalArgumentException if the chain has more than one closed class, so that the distribution is not
     *     unique, or if the iteration converges too slowly
     */
    public Vector stationary() {
        if (!hasStateReachableFromAll()) {
            throw new IllegalArgumentException(
                    "MarkovChain.stationary: expected one closed part of the chain, but was more"
                            + " than one: where it stays depends on where it starts");
        }
        Matrix lazy = transitions.transpose().plus(Matrix.identity(states())).scale(0.5);
        Vector eigenvector = PowerIteration.of(lazy, Vector.generate(states(), i -> 1), TOLERANCE, MAX_ITERATIONS)
                .eigenvector();
        return eigenvector.scale(1 / eigenvector.sum());
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

    /**
     * Returns whether some state is reachable from all states, which holds if and only if there is exactly one closed
     * class.
     */
    private boolean hasStateReachableFromAll() {
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
        for (int j = 0; j < states(); j++) {
            int state = j;
            if (Arrays.stream(reaches).allMatch(row -> row[state])) {
                return true;
            }
        }
        return false;
    }
}
