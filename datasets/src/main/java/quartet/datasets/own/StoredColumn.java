package quartet.datasets.own;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quartet.datasets.raw.MissingValue;
import quartet.datasets.recipe.DatePattern;
import quartet.datasets.recipe.NumberCode;

/**
 * The values of a column in compact form: numbers (and dates, in days) as float64, everything else as an index into
 * the distinct values.
 */
final class StoredColumn {
    /** Converts the cells of a column to numbers; NaN for a missing or unreadable value. */
    @FunctionalInterface
    interface Parser {
        double parse(String cell);
    }

    private final Parser parser;
    private final boolean numeric;
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private double[] numbers = new double[0];
    private int[] codes = new int[0];
    private int rows;

    private StoredColumn(Parser parser, boolean numeric, int capacity) {
        this.parser = parser;
        this.numeric = numeric;
        if (numeric) {
            numbers = new double[capacity];
        } else {
            codes = new int[capacity];
        }
    }

    /** Returns an empty column of numbers. */
    static StoredColumn numbers(NumberCode code, int capacity) {
        return new StoredColumn(code::parse, true, capacity);
    }

    /** Returns an empty column of dates. */
    static StoredColumn dates(String pattern, int capacity) {
        return new StoredColumn(new DatePattern(pattern)::parse, true, capacity);
    }

    /** Returns an empty column of values that are only compared. */
    static StoredColumn values(int capacity) {
        return new StoredColumn(cell -> Double.NaN, false, capacity);
    }

    /** Adds the cell of the next row. */
    void add(String cell) {
        boolean missing = MissingValue.is(cell);
        if (numeric) {
            if (rows == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * rows + 16);
            }
            numbers[rows++] = missing ? Double.NaN : parser.parse(cell);
        } else {
            if (rows == codes.length) {
                codes = Arrays.copyOf(codes, 2 * rows + 16);
            }
            codes[rows++] = indices.computeIfAbsent(missing ? "" : cell, this::remember);
        }
    }

    private int remember(String value) {
        values.add(value);
        return values.size() - 1;
    }

    /** Returns the number in a row; NaN if it is missing. */
    double number(int row) {
        return numbers[row];
    }

    /** Returns the index of the value in a row. */
    int code(int row) {
        return codes[row];
    }

    /** Returns the distinct values by index; a missing value is empty. */
    List<String> values() {
        return values;
    }

    /** Returns the non-missing numbers of the selected rows. */
    double[] present(int[] selected) {
        double[] present = new double[selected.length];
        int count = 0;
        for (int row : selected) {
            if (!Double.isNaN(numbers[row])) {
                present[count++] = numbers[row];
            }
        }
        return Arrays.copyOf(present, count);
    }
}
