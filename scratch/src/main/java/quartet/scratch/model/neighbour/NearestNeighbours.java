package quartet.scratch.model.neighbour;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Search for the rows that are nearest to a given row, in Euclidean distance.
 * <pre>{@code d(x, y)^2 = sum_j (x_j - y_j)^2}</pre>
 * The search compares all n rows and keeps the best k in a heap: O(n (features + log k)) for each query. In many
 * dimensions, spatial trees are not faster.
 * Source: Hastie, Tibshirani, Friedman (2009), section 13.3.
 */
public final class NearestNeighbours {

    private record Candidate(int row, double distance) {}

    /** Nearest first; of two equal distances the earlier row. */
    private static final Comparator<Candidate> NEAREST_FIRST =
            Comparator.comparingDouble(Candidate::distance).thenComparingInt(Candidate::row);

    private final double[][] x;

    /**
     * Creates a search in a copy of the given rows.
     *
     * @param x [rows, features]
     * @throws IllegalArgumentException if there is no row, the rows differ in length or a number is not finite
     */
    public NearestNeighbours(double[][] x) {
        RequireArray.table("NearestNeighbours", 1, x);
        this.x = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns the number of rows. */
    public int rows() {
        return x.length;
    }

    /**
     * Returns the numbers of the k nearest rows [k], nearest first. Of equal distances the earlier row comes first.
     *
     * @throws IllegalArgumentException if the query has another length or is not finite, or k is not in [1, rows]
     */
    public int[] of(double[] query, int k) {
        RequireArray.row("NearestNeighbours", x[0].length, query);
        Require.that(k >= 1 && k <= x.length, "NearestNeighbours: expected k in [1, %d], but was %d", x.length, k);
        PriorityQueue<Candidate> best = new PriorityQueue<>(NEAREST_FIRST.reversed());
        for (int i = 0; i < x.length; i++) {
            best.add(new Candidate(i, squaredDistance(x[i], query)));
            if (best.size() > k) {
                best.remove();
            }
        }
        return best.stream().sorted(NEAREST_FIRST).mapToInt(Candidate::row).toArray();
    }

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }
}
