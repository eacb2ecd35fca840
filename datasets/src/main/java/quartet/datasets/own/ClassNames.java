package quartet.datasets.own;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quartet.datasets.DatasetException;
import quartet.datasets.recipe.NumberStyle;

/** Sorts and checks the names of classes. */
final class ClassNames {
    /** Sorts numbers by size, before all other names in alphabetical order. */
    static final Comparator<String> ORDER =
            Comparator.comparingDouble(ClassNames::number).thenComparing(Comparator.naturalOrder());

    /** The maximum number of classes. */
    static final int MAXIMUM = 1_000;
    /** The minimum number of training rows without a warning. */
    private static final int RARE = 10;

    private ClassNames() {}

    private static double number(String name) {
        double number = NumberStyle.POINT.parse(name);
        return Double.isNaN(number) ? Double.POSITIVE_INFINITY : number;
    }

    /**
     * Returns the classes of a training set in order.
     *
     * @param counts the number of rows by class
     * @param where the data, for messages
     * @throws DatasetException if there are fewer than two classes or too many
     */
    static List<String> of(Map<String, Integer> counts, String where) {
        if (counts.size() < 2) {
            String only = counts.isEmpty()
                    ? "no class"
                    : "a single class, '" + counts.keySet().iterator().next() + "'";
            throw new DatasetException(where + ": expected two classes or more, but the training rows have " + only);
        }
        if (counts.size() > MAXIMUM) {
            throw new DatasetException(where + ": expected at most " + MAXIMUM + " classes, but there are "
                    + counts.size() + "; choose another target"
                    + (counts.keySet().stream().allMatch(name -> number(name) != Double.POSITIVE_INFINITY)
                            ? ", or predict the number: run regression"
                            : ""));
        }
        return counts.keySet().stream().sorted(ORDER).toList();
    }

    /** Returns the classes with their shares in one line. */
    static String describe(List<String> classes, int[] labels) {
        long[] counts = counts(classes, labels);
        String shares = IntStream.range(0, Math.min(10, counts.length))
                .mapToObj(c -> String.format(
                        Locale.ROOT, "%s %.1f %%", classes.get(c), 100.0 * counts[c] / Math.max(1, labels.length)))
                .collect(Collectors.joining(", "));
        return classes.size() + " classes: " + shares + (counts.length > 10 ? ", ..." : "");
    }

    /**
     * Adds warnings about classes with few training rows, and about small classes that accuracy does not reveal.
     *
     * @param weighted whether classes already have weights
     */
    static void warn(List<String> classes, int[] labels, boolean weighted, List<String> warnings) {
        long[] counts = counts(classes, labels);
        List<String> rare = IntStream.range(0, counts.length)
                .filter(c -> counts[c] < RARE)
                .mapToObj(c -> "'" + classes.get(c) + "' (" + counts[c] + ")")
                .toList();
        if (!rare.isEmpty()) {
            warnings.add("rare classes, with fewer than " + RARE + " training rows: "
                    + rare.stream().limit(5).collect(Collectors.joining(", "))
                    + (rare.size() > 5 ? " and " + (rare.size() - 5) + " more" : ""));
        }
        long most = Arrays.stream(counts).max().orElse(0);
        if (most > 0.8 * labels.length) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%.1f %% of the training rows belong to one class: look at balanced accuracy and AUC%s",
                    100.0 * most / labels.length,
                    weighted ? "" : ", and consider --class-weights"));
        }
    }

    private static long[] counts(List<String> classes, int[] labels) {
        long[] counts = new long[classes.size()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }
}
