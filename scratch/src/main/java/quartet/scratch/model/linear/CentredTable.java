package quartet.scratch.model.linear;

import java.util.Arrays;
import quartet.scratch.argument.RequireArray;

/**
 * Features and targets minus their means. A fit to them needs no intercept, so a penalty does not touch it.
 *
 * @param x the centred features [rows, features]
 * @param y the centred targets [rows]
 * @param means the means of the features [features]
 * @param targetMean the mean of the targets
 */
record CentredTable(double[][] x, double[] y, double[] means, double targetMean) {

    static CentredTable of(String caller, double[][] x, double[] y) {
        RequireArray.table(caller, 1, x);
        RequireArray.sameLength(caller, "targets", x.length, y.length);
        RequireArray.finite(caller, "targets", y);
        double[] means = new double[x[0].length];
        Arrays.setAll(
                means,
                j -> Arrays.stream(x).mapToDouble(row -> row[j]).average().orElseThrow());
        double targetMean = Arrays.stream(y).average().orElseThrow();
        double[][] centred = new double[x.length][means.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < means.length; j++) {
                centred[i][j] = x[i][j] - means[j];
            }
        }
        return new CentredTable(
                centred, Arrays.stream(y).map(value -> value - targetMean).toArray(), means, targetMean);
    }
}
