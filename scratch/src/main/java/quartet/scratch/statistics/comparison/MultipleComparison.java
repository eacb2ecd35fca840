package quartet.scratch.statistics.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Adjusted p-values of m tests, in the order of the given p-values.
 * <pre>{@code
 * sorted               p_(1) <= ... <= p_(m)
 * Bonferroni           m p_i
 * Holm                 max over j <= i of (m - j + 1) p_(j)
 * Benjamini-Hochberg   min over j >= i of m p_(j) / j            all at most 1
 * }</pre>
 * Reject the hypotheses whose adjusted p-value is at most the significance. Bonferroni and Holm bound the probability of
 * one or more false rejections; Holm always rejects at least as much. Benjamini-Hochberg bounds the expected share of
 * false rejections among all rejections (false discovery rate) if the tests are independent or positively dependent.
 * Source: Holm (1979), "A Simple Sequentially Rejective Multiple Test Procedure"; Benjamini, Hochberg (1995),
 * "Controlling the False Discovery Rate"; adjusted p-values as in Wright (1992).
 */
public final class MultipleComparison {

    private MultipleComparison() {}

    /**
     * Returns p-values adjusted by the Bonferroni correction.
     *
     * @throws IllegalArgumentException if there is no p-value or one is outside [0, 1]
     */
    public static double[] bonferroni(double... pValues) {
        require("MultipleComparison.bonferroni", pValues);
        return Arrays.stream(pValues).map(p -> Math.min(1, pValues.length * p)).toArray();
    }

    /**
     * Returns p-values adjusted by Holm's procedure.
     *
     * @throws IllegalArgumentException if there is no p-value or one is outside [0, 1]
     */
    public static double[] holm(double... pValues) {
        require("MultipleComparison.holm", pValues);
        int m = pValues.length;
        int[] order = order(pValues);
        double[] adjusted = new double[m];
        double largest = 0;
        for (int j = 0; j < m; j++) {
            largest = Math.max(largest, (m - j) * pValues[order[j]]);
            adjusted[order[j]] = Math.min(1, largest);
        }
        return adjusted;
    }

    /**
     * Returns p-values adjusted by the procedure of Benjamini and Hochberg.
     *
     * @throws IllegalArgumentException if there is no p-value or one is outside [0, 1]
     */
    public static double[] benjaminiHochberg(double... pValues) {
        require("MultipleComparison.benjaminiHochberg", pValues);
        int m = pValues.length;
        int[] order = order(pValues);
        double[] adjusted = new double[m];
        double smallest = 1;
        for (int j = m - 1; j >= 0; j--) {
            smallest = Math.min(smallest, pValues[order[j]] * m / (j + 1));
            adjusted[order[j]] = smallest;
        }
        return adjusted;
    }

    private static int[] order(double[] pValues) {
        return IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void require(String caller, double[] pValues) {
        RequireArray.probabilities(caller, pValues);
        Require.atLeast(caller, "p-values", 1, pValues.length);
    }
}
