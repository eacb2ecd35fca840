package quartet.scratch.model.neighbour;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.model.Classifier;

/**
 * K-means clustering by Lloyd's algorithm.
 * <pre>{@code
 * minimize   J = sum_i |x_i - m_{c(i)}|^2
 * assign     c(i) = argmin_k |x_i - m_k|
 * update     m_k = mean of the rows with c(i) = k
 * }</pre>
 * Neither step increases J, so the assignments repeat after finitely many steps, at a local minimum. The fit with the
 * smallest J of several starts wins. A centre without rows stays where it is.
 * Source: Lloyd (1982); Hastie, Tibshirani, Friedman (2009), algorithm 14.1.
 */
public final class KMeans implements Classifier {

    private static final int MAXIMUM_STEPS = 10_000;

    private final double[][] centres;
    private final double inertia;

    private KMeans(double[][] centres, double inertia) {
        this.centres = centres;
        this.inertia = inertia;
    }

    /**
     * Fits k centres, with several starts by {@link KMeansPlusPlus}.
     *
     * @param x the features [rows, features], usually standardized
     * @param k the number of clusters, at least 1
     * @param starts the number of starts, at least 1; 10 is usual
     * @throws IllegalArgumentException if there are fewer distinct rows than clusters, or a number is not finite
     */
    public static KMeans fit(double[][] x, int k, int starts, RandomGenerator random) {
        Require.positive("KMeans", "starts", starts);
        KMeans best = fit(x, KMeansPlusPlus.seeds("KMeans", x, k, random));
        for (int start = 1; start < starts; start++) {
            KMeans next = fit(x, KMeansPlusPlus.seeds("KMeans", x, k, random));
            best = next.inertia < best.inertia ? next : best;
        }
        return best;
    }

    /**
     * Fits centres from the given start.
     *
     * @param x the features [rows, features]
     * @param start the initial centres [k, features]
     * @throws IllegalArgumentException if the shapes do not match or a number is not finite
     * @throws NonConvergenceException if the assignments still change after 10,000 steps
     */
    public static KMeans fit(double[][] x, double[][] start) {
        RequireArray.table("KMeans", 1, x);
        RequireArray.table("KMeans: centres", 1, start);
        RequireArray.row("KMeans: centres", x[0].length, start[0]);
        KMeans current = new KMeans(start, Double.POSITIVE_INFINITY);
        int[] previous = {};
        for (int step = 0; step < MAXIMUM_STEPS; step++) {
            int[] clusters = Arrays.stream(x).mapToInt(current::nearest).toArray();
            if (Arrays.equals(clusters, previous)) {
                return new KMeans(current.centres, inertia(x, current.centres, clusters));
            }
            current = new KMeans(update(x, clusters, current.centres), Double.POSITIVE_INFINITY);
            previous = clusters;
        }
        throw new NonConvergenceException(
                "KMeans: expected assignments that repeat within " + MAXIMUM_STEPS + " steps, but they still change");
    }

    private static double[][] update(double[][] x, int[] clusters, double[][] old) {
        double[][] sums = new double[old.length][x[0].length];
        int[] counts = new int[old.length];
        for (int i = 0; i < x.length; i++) {
            counts[clusters[i]]++;
            for (int j = 0; j < x[i].length; j++) {
                sums[clusters[i]][j] += x[i][j];
            }
        }
        double[][] centres = new double[old.length][];
        for (int c = 0; c < old.length; c++) {
            int count = counts[c];
            centres[c] = count == 0
                    ? old[c]
                    : Arrays.stream(sums[c]).map(sum -> sum / count).toArray();
        }
        return centres;
    }

    private static double inertia(double[][] x, double[][] centres, int[] clusters) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += NearestNeighbours.squaredDistance(x[i], centres[clusters[i]]);
        }
        return sum;
    }

    /** Returns a copy of the centres m [k, features]. */
    public double[][] centres() {
        return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns J, the sum of squared distances of the training rows from their centres. */
    public double inertia() {
        return inertia;
    }

    /** Returns the cluster of a row: the number of the nearest centre, the first one if several are equally near. */
    @Override
    public int classify(double[] row) {
        RequireArray.row("KMeans", centres[0].length, row);
        return nearest(row);
    }

    private int nearest(double[] row) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            double distance = NearestNeighbours.squaredDistance(row, centres[c]);
            if (distance < least) {
                least = distance;
                best = c;
            }
        }
        return best;
    }
}
