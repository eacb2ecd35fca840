package quartet.scratch.model.neighbour;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.discrete.Categorical;

/**
 * Initial centres for clustering. The first centre is a random row. Each further centre is a row drawn with probability
 * proportional to its squared distance from the nearest centre, which spreads the centres.
 * Source: Arthur, Vassilvitskii (2007), "k-means++: The Advantages of Careful Seeding", section 2.2.
 */
public final class KMeansPlusPlus {

    private KMeansPlusPlus() {}

    /**
     * Returns the centres [count, features], copies of distinct rows.
     *
     * @param caller the name of the model for messages
     * @param x [rows, features]
     * @throws IllegalArgumentException if there are fewer distinct rows than centres, or a number is not finite
     */
    public static double[][] seeds(String caller, double[][] x, int count, RandomGenerator random) {
        Require.positive(caller, "centres", count);
        RequireArray.table(caller, 1, x);
        double[][] seeds = new double[count][];
        seeds[0] = x[random.nextInt(x.length)].clone();
        double[] distances = new double[x.length];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int next = 1; next < count; next++) {
            double[] last = seeds[next - 1];
            Arrays.setAll(distances, i -> Math.min(distances[i], NearestNeighbours.squaredDistance(x[i], last)));
            double sum = Arrays.stream(distances).sum();
            Require.that(sum > 0, "%s: expected at least %d different rows, but was %d", caller, count, next);
            double[] shares = Arrays.stream(distances).map(d -> d / sum).toArray();
            seeds[next] = x[(int) new Categorical(shares).sampleInteger(random)].clone();
        }
        return seeds;
    }
}
