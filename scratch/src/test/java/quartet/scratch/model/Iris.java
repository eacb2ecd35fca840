package quartet.scratch.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import quartet.scratch.GoldenValues;

/** The 150 iris flowers of Fisher (1936), in the order of scikit-learn. */
public final class Iris {

    /** The four measurements in cm. */
    public static final double[][] X = GoldenValues.rows("iris.x", 4);

    /** The measurements with mean 0 and standard deviation 1. */
    public static final double[][] STANDARDIZED = Standardization.fit(X).apply(X);

    /** The species 0, 1 and 2, 50 flowers of each. */
    public static final int[] LABELS = GoldenValues.integers("iris.labels");

    /** The first three measurements, from which the regressions predict the fourth, the width of the petal. */
    public static final double[][] LENGTHS =
            Arrays.stream(X).map(row -> Arrays.copyOf(row, 3)).toArray(double[][]::new);

    public static final double[] PETAL_WIDTH =
            Arrays.stream(X).mapToDouble(row -> row[3]).toArray();

    private Iris() {}

    /** Returns every n-th row. */
    public static double[][] every(int n, double[][] rows) {
        return IntStream.range(0, (rows.length + n - 1) / n)
                .mapToObj(i -> rows[i * n])
                .toArray(double[][]::new);
    }

    /** Returns the numbers of all rows in one array. */
    public static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
