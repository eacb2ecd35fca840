package quartet.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The values for which a comparison repeats all measurements, in every combination.
 *
 * @param threads of every engine
 * @param batches rows of a training step; 0 for the specification's
 * @param widths factors of the hidden sizes
 */
public record Sweep(List<Integer> threads, List<Integer> batches, List<Double> widths) {
    public Sweep {
        threads = List.copyOf(threads);
        batches = List.copyOf(batches);
        widths = List.copyOf(widths);
        checkDistinct("--threads", threads);
        checkDistinct("--batch", batches);
        checkDistinct("--width", widths);
        threads.forEach(count -> check("--threads", count >= 1, "1 or more", count));
        batches.forEach(rows -> check("--batch", rows >= 0, "1 or more", rows));
        widths.forEach(factor -> check("--width", factor > 0 && factor <= 64, "a factor up to 64", factor));
    }

    /** Returns an empty sweep: one number of threads, and the specification's batch and widths. */
    public static Sweep none(int threads) {
        return new Sweep(List.of(threads), List.of(0), List.of(1.0));
    }

    /** Returns whether the strict specification's batch size and hidden sizes are kept. */
    public boolean keepsSpecification() {
        return batches.equals(List.of(0)) && widths.equals(List.of(1.0));
    }

    /**
     * One combination of values.
     *
     * @param label the swept values, such as {@code batch 16, width 0.5}; empty without a sweep
     */
    public record Variant(String label, int threads, int batch, double width) {
        /** No sweep: the specification on one thread. */
        public static final Variant PLAIN = new Variant("", 1, 0, 1);
    }

    /** Returns all combinations; the last option varies fastest. */
    public List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        for (int count : threads) {
            for (int rows : batches) {
                for (double factor : widths) {
                    variants.add(new Variant(label(count, rows, factor), count, rows, factor));
                }
            }
        }
        return variants;
    }

    private String label(int count, int rows, double factor) {
        List<String> parts = new ArrayList<>();
        if (threads.size() > 1) {
            parts.add("threads " + count);
        }
        if (batches.size() > 1) {
            parts.add("batch " + rows);
        }
        if (widths.size() > 1) {
            parts.add("width " + number(factor));
        }
        return String.join(", ", parts);
    }

    /** Formats a factor without superfluous digits. */
    public static String number(double factor) {
        return factor == Math.rint(factor) ? String.format(Locale.ROOT, "%.0f", factor) : Double.toString(factor);
    }

    private static void checkDistinct(String option, List<?> values) {
        if (values.isEmpty() || values.stream().distinct().count() < values.size()) {
            throw new UsageException(option + ": expected different values, but was " + values);
        }
    }

    private static void check(String option, boolean right, String expected, Object value) {
        if (!right) {
            throw new UsageException(option + ": expected " + expected + ", but was " + value);
        }
    }
}
