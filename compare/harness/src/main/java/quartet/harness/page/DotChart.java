package quartet.harness.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row for each category, with dots on a common horizontal axis.
 *
 * @param title caption
 * @param note how to read it
 * @param x name and unit of the axis
 * @param logarithmic whether the axis is logarithmic; a linear axis starts at 0
 * @param reference a value that a vertical line marks, if there is one
 * @param legend whether the series are named in a legend, because the rows do not name them
 */
record DotChart(String title, String note, String x, boolean logarithmic, OptionalDouble reference, boolean legend) {
    private static final int WIDTH = 420;
    private static final int LEFT = 134;
    private static final int RIGHT = 404;
    private static final int TOP = 8;
    private static final int ROW = 36;
    private static final int OFFSET = 8;

    /**
     * A dot.
     *
     * @param series number that selects colour and marker
     * @param low start of the interval around it; low = value = high without one
     * @param high end of the interval
     * @param points small dots, such as the single rounds
     */
    record Dot(int series, String name, double value, double low, double high, List<Double> points) {
        static Dot of(int series, String name, double value) {
            return new Dot(series, name, value, value, value, List.of());
        }
    }

    /** A category, a second line below its name, its dots, and the limit that applies to them. */
    record Row(String label, String detail, List<Dot> dots, OptionalDouble limit) {}

    /** Draws the rows that have a dot. Returns nothing if none has one, or no value can be drawn. */
    Stream<Figure> draw(String id, List<Row> rows) {
        List<Row> drawn = rows.stream().filter(row -> !row.dots().isEmpty()).toList();
        List<Double> values = new ArrayList<>();
        for (Row row : drawn) {
            row.limit().ifPresent(values::add);
            for (Dot dot : row.dots()) {
                values.addAll(List.of(dot.value(), dot.low(), dot.high()));
                values.addAll(dot.points());
            }
        }
        if (drawn.stream()
                .flatMap(row -> row.dots().stream())
                .noneMatch(dot -> Axis.drawable(dot.value(), logarithmic))) {
            return Stream.empty();
        }
        reference.ifPresent(values::add);
        if (!logarithmic) {
            values.add(0.0);
        }
        Axis axis = Axis.of(values, logarithmic);
        int rowHeight = Math.max(
                ROW,
                OFFSET * drawn.stream().mapToInt(row -> row.dots().size()).max().orElse(1) + 6);
        int bottom = TOP + rowHeight * drawn.size();
        Svg svg = new Svg(WIDTH, bottom + 46, id, title, description(drawn));
        axis(svg, axis, bottom);
        for (int i = 0; i < drawn.size(); i++) {
            row(svg, axis, drawn.get(i), TOP + rowHeight * (i + 0.5), rowHeight);
        }
        return Stream.of(new Figure(title, note, legend ? entries(drawn) : List.of(), svg.finish()));
    }

    private String description(List<Row> rows) {
        return x + ". "
                + rows.stream()
                        .map(row -> Svg.shortened(row.label(), 30) + ": "
                                + row.dots().stream()
                                        .map(dot -> (legend ? Svg.shortened(dot.name(), 30) + " " : "")
                                                + Axis.label(dot.value()))
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "));
    }

    private static List<Figure.Entry> entries(List<Row> rows) {
        Map<Integer, String> names = new LinkedHashMap<>();
        rows.forEach(row -> row.dots().forEach(dot -> names.putIfAbsent(dot.series(), dot.name())));
        return names.entrySet().stream()
                .map(entry -> Figure.Entry.of(entry.getKey(), entry.getValue(), false))
                .toList();
    }

    private void axis(Svg svg, Axis axis, int bottom) {
        for (double tick : axis.ticks()) {
            double at = horizontal(axis, tick);
            svg.line("grid", at, TOP, at, bottom);
            svg.text("tick", at, bottom + 16, "middle", Axis.label(tick));
        }
        reference.ifPresent(
                value -> svg.line("reference", horizontal(axis, value), TOP, horizontal(axis, value), bottom));
        svg.line("frame", LEFT, bottom, RIGHT, bottom);
        svg.text("axis", (LEFT + RIGHT) / 2.0, bottom + 36, "middle", x);
    }

    private static void row(Svg svg, Axis axis, Row row, double middle, int height) {
        boolean detailed = !row.detail().isEmpty();
        svg.text("name", LEFT - 10, middle + (detailed ? -2 : 4), "end", Svg.shortened(row.label(), 18));
        if (detailed) {
            svg.text("tick", LEFT - 10, middle + 12, "end", Svg.shortened(row.detail(), 22));
        }
        row.limit()
                .ifPresent(limit -> svg.line(
                        "limit",
                        horizontal(axis, limit),
                        middle - height / 2.0 + 3,
                        horizontal(axis, limit),
                        middle + height / 2.0 - 3));
        int n = row.dots().size();
        for (int i = 0; i < n; i++) {
            Dot dot = row.dots().get(i);
            double y = middle + OFFSET * (i - (n - 1) / 2.0);
            if (dot.low() < dot.high()) {
                svg.line("range s" + dot.series(), horizontal(axis, dot.low()), y, horizontal(axis, dot.high()), y);
            }
            for (double point : dot.points()) {
                svg.line("round s" + dot.series(), horizontal(axis, point), y - 7, horizontal(axis, point), y + 7);
            }
            String tip = dot.name() + ": " + Axis.label(dot.value());
            svg.marker(dot.series(), horizontal(axis, dot.value()), y, n > 1 ? 3.5 : 5, tip);
        }
    }

    private static double horizontal(Axis axis, double value) {
        return LEFT + axis.fraction(value) * (RIGHT - LEFT);
    }
}
