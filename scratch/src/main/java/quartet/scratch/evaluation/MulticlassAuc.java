package quartet.scratch.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * The area under the ROC curve for more than two classes, as a mean of areas for two.
 * <pre>{@code
 * one against rest   A = 1/K sum_c AUC(class c against all others, by P(c))
 * one against one    A = 2/(K (K - 1)) sum_{c < d} (AUC(c against d, by P(c)) + AUC(d against c, by P(d))) / 2
 * }</pre>
 * The mean over pairs does not depend on how frequent the classes are.
 * Source: Fawcett (2006), section 9, for one against rest, here without weights; Hand, Till (2001), "A Simple
 * Generalisation of the Area Under the ROC Curve for Multiple Class Classification Problems", equation 7, for pairs.
 */
public final class MulticlassAuc {

    private MulticlassAuc() {}

    /**
     * Returns the mean area of each class against all others, in [0, 1].
     *
     * @param labels the true classes [rows]
     * @param probabilities [rows, classes], each row with sum 1 up to 1e-6
     * @throws IllegalArgumentException if the lengths differ, the rows are not distributions, or a class has no row
     */
    public static double oneAgainstRest(int[] labels, double[][] probabilities) {
        int classes = classes("MulticlassAuc.oneAgainstRest", labels, probabilities);
        return IntStream.range(0, classes)
                .mapToDouble(c -> area(labels, probabilities, c, IntStream.range(0, labels.length)))
                .average()
                .orElseThrow();
    }

    /**
     * Returns the mean area of all pairs of classes, in [0, 1].
     *
     * @param labels the true classes [rows]
     * @param probabilities [rows, classes], each row with sum 1 up to 1e-6
     * @throws IllegalArgumentException if the lengths differ, the rows are not distributions, or a class has no row
     */
    public static double oneAgainstOne(int[] labels, double[][] probabilities) {
        int classes = classes("MulticlassAuc.oneAgainstOne", labels, probabilities);
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            for (int d = 0; d < classes; d++) {
                int first = c;
                int second = d;
                if (first != second) {
                    IntStream rows =
                            IntStream.range(0, labels.length).filter(i -> labels[i] == first || labels[i] == second);
                    sum += area(labels, probabilities, first, rows);
                }
            }
        }
        return sum / (classes * (classes - 1.0));
    }

    /** Returns the area of class c against the other classes of the given rows. */
    private static double area(int[] labels, double[][] probabilities, int c, IntStream rows) {
        int[] chosen = rows.toArray();
        boolean[] positive = new boolean[chosen.length];
        double[] scores = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            positive[i] = labels[chosen[i]] == c;
            scores[i] = probabilities[chosen[i]][c];
        }
        return RocCurve.of(positive, scores).area();
    }

    private static int classes(String caller, int[] labels, double[][] probabilities) {
        RequireArray.distributions(caller, labels, probabilities);
        int classes = probabilities[0].length;
        Require.atLeast(caller, "classes", 2, classes);
        for (int c = 0; c < classes; c++) {
            int label = c;
            Require.that(
                    Arrays.stream(labels).anyMatch(l -> l == label),
                    "%s: expected rows of every class, but class %d has none",
                    caller,
                    c);
        }
        return classes;
    }
}
