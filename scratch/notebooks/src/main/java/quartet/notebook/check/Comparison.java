package quartet.notebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quartet.notebook.format.Cell;
import quartet.notebook.format.Drawing;
import quartet.notebook.format.Output;

/**
 * Compares stored outputs with new ones. Words must be equal. A printed number may differ by a relative tolerance and by
 * one unit in its last decimal place, because rounding depends on the machine. A number of a plot may differ by the
 * tolerance times the largest number in its row. Pixels are not compared.
 *
 * @param tolerance the relative tolerance
 */
record Comparison(double tolerance) {
    /** The tolerance of cells that set none. */
    static final double STANDARD_TOLERANCE = 1e-3;

    private static final int SHOWN = 80;

    static Comparison of(Cell cell) {
        return new Comparison(cell.tolerance().orElse(STANDARD_TOLERANCE));
    }

    /** Returns the first difference; empty if the outputs agree. */
    Optional<String> difference(List<Output> stored, List<Output> fresh) {
        for (int i = 0; i < Math.min(stored.size(), fresh.size()); i++) {
            Optional<String> difference = difference(stored.get(i), fresh.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        if (stored.size() != fresh.size()) {
            return Optional.of("expected " + stored.size() + " outputs, but was " + fresh.size());
        }
        return Optional.empty();
    }

    private Optional<String> difference(Output stored, Output fresh) {
        if (stored instanceof Output.Printed expected && fresh instanceof Output.Printed actual) {
            return expected.name().equals(actual.name())
                    ? text("printed", expected.text(), actual.text())
                    : Optional.of("expected output to " + expected.name() + ", but was to " + actual.name());
        }
        if (stored instanceof Output.Thrown expected && fresh instanceof Output.Thrown actual) {
            return text(
                    "exception", expected.name() + ": " + expected.message(), actual.name() + ": " + actual.message());
        }
        if (stored instanceof Output.Value expected && fresh instanceof Output.Value actual) {
            if (expected.drawing().isPresent() && actual.drawing().isPresent()) {
                return plot(expected.drawing().get(), actual.drawing().get());
            }
            if (expected.drawing().isEmpty() && actual.drawing().isEmpty()) {
                return text("value", expected.text(), actual.text());
            }
        }
        return Optional.of("expected " + kind(stored) + ", but was " + kind(fresh));
    }

    private Optional<String> text(String what, String stored, String fresh) {
        List<String> expected = stored.lines().toList();
        List<String> actual = fresh.lines().toList();
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            if (!sameLine(expected.get(i), actual.get(i))) {
                return Optional.of(what + " line " + (i + 1) + ": " + expectedButWas(expected.get(i), actual.get(i)));
            }
        }
        return expected.size() == actual.size()
                ? Optional.empty()
                : Optional.of(what + ": expected " + expected.size() + " lines, but was " + actual.size());
    }

    private boolean sameLine(String expected, String actual) {
        Numbers first = Numbers.in(expected);
        Numbers second = Numbers.in(actual);
        if (!first.words().equals(second.words())) {
            return false;
        }
        for (int i = 0; i < first.numbers().size(); i++) {
            double a = Double.parseDouble(first.numbers().get(i));
            double b = Double.parseDouble(second.numbers().get(i));
            double allowed = tolerance * Math.max(Math.abs(a), Math.abs(b))
                    + 1.001 * Numbers.lastPlace(first.numbers().get(i));
            if (Math.abs(a - b) > allowed) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> plot(Drawing stored, Drawing fresh) {
        List<String> expected = stored.data().lines().toList();
        List<String> actual = fresh.data().lines().toList();
        String series = "";
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            if (expected.get(i).startsWith("series: ")) {
                series = expected.get(i).substring("series: ".length()) + ", ";
            }
            Optional<String> difference = row(expected.get(i), actual.get(i));
            if (difference.isPresent()) {
                return Optional.of("plot, " + series + difference.get());
            }
        }
        return expected.size() == actual.size()
                ? Optional.empty()
                : Optional.of("plot: expected " + expected.size() + " rows of data, but was " + actual.size());
    }

    private Optional<String> row(String expected, String actual) {
        Numbers first = Numbers.in(expected);
        Numbers second = Numbers.in(actual);
        if (!first.words().equals(second.words())) {
            return Optional.of(expectedButWas(expected, actual));
        }
        List<Double> values = new ArrayList<>();
        first.numbers().forEach(number -> values.add(Double.parseDouble(number)));
        double scale = values.stream().mapToDouble(Math::abs).max().orElse(0);
        for (int i = 0; i < values.size(); i++) {
            double b = Double.parseDouble(second.numbers().get(i));
            if (Math.abs(values.get(i) - b) > tolerance * scale) {
                String row = expected.substring(0, Math.max(0, expected.indexOf(':')));
                return Optional.of(row + " value " + (i + 1) + ": expected "
                        + first.numbers().get(i) + ", but was "
                        + second.numbers().get(i));
            }
        }
        return Optional.empty();
    }

    private static String kind(Output output) {
        if (output instanceof Output.Printed printed) {
            return "text on " + printed.name();
        }
        if (output instanceof Output.Thrown thrown) {
            return "the exception " + thrown.name();
        }
        return output instanceof Output.Value value && value.drawing().isPresent() ? "a picture" : "a value";
    }

    private static String expectedButWas(String expected, String actual) {
        return "expected \"" + shortened(expected) + "\", but was \"" + shortened(actual) + "\"";
    }

    private static String shortened(String line) {
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }
}
