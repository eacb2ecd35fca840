package quartet.harness.chart;

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
 * @param note explanation of the chart
 * @param x name and unit of the axis
 * @param logarithmic whether the axis is logarithmic; a linear axis starts at 0
 * @param reference the value at which a vertical line is drawn, if any
 * @param legend whether the series are named in a legend, because the rows do not name them
 */
public record DotChart(
        String title, String note, String x, boolean logarithmic, OptionalDouble reference, boolean legend) {
    private static final int WIDTH = 420;
    private static final int LEFT = 112;
    private static final int WIDE_LEFT = 172;
    private static final int SHORT_LABEL = 15;
    private static final int LONG_LABEL = 22;
    private static final int RIGHT = 322;
    private static final int VALUES = 334;
    private static final int TOP = 6;
    private static final int ROW = 27;
    private static final int OFFSET = 10;
    /** The width of a character of a tick's label on a narrow screen. */
    private static final double CHARACTER = 7.5;

    /**
     * A dot.
     *
     * @param series index of colour and marker
     * @param low start of the interval around it; low = value = high without one
     * @param high end of the interval
     * @param points values drawn as strokes, such as the single rounds
     * @param box start and end of a box, such as the quartiles; empty without one
     */
    public record Dot(
            int series, String name, double value, double low, double high, List<Double> points, List<Double> box) {
        /** Returns a dot without an interval. */
        public static Dot of(int series, String name, double value) {
            return interval(series, name, value, value, value);
        }

        /** Returns a dot with an interval. */
        public static Dot interval(int series, String name, double value, double low, double high) {
            return new Dot(series, name, value, low, high, List.of(), List.of());
        }

        /** Returns a dot with strokes, and the interval that they span. */
        public static Dot strokes(int series, String name, double value, List<Double> ascending) {
            return new Dot(
                    series,
                    name,
                    value,
                    ascending.get(0),
                    ascending.get(ascending.size() - 1),
                    ascending.size() > 1 ? ascending : List.of(),
                    List.of());
        }
    }

    /** A category, with the text to the right of its dots and the dots. */
    public record Row(String label, String detail, List<Dot> dots) {}

    /** Draws the rows that have dots. The stream is empty if no value can be drawn. */
    public Stream<Figure> draw(String id, List<Row> rows) {
        List<Row> drawn = rows.stream().filter(row -> !row.dots().isEmpty()).toList();
        List<Double> values = new ArrayList<>();
        for (Row row : drawn) {
            for (Dot dot : row.dots()) {
                values.addAll(List.of(dot.value(), dot.low(), dot.high()));
                values.addAll(dot.points());
                values.addAll(dot.box());
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
        int most = drawn.stream().mapToInt(row -> row.dots().size()).max().orElse(1);
        Layout layout = new Layout(
                Axis.of(values, logarithmic),
                drawn.stream().anyMatch(row -> row.label().length() > SHORT_LABEL) ? WIDE_LEFT : LEFT,
                drawn.stream().allMatch(row -> row.detail().isEmpty()) ? WIDTH - 16 : RIGHT,
                Math.max(ROW, OFFSET * most + 8));
        int bottom = TOP + layout.rowHeight() * drawn.size();
        Svg svg = new Svg(WIDTH, bottom + 44, id, title, description(drawn));
        axis(svg, layout, bottom);
        for (int i = 0; i < drawn.size(); i++) {
            row(svg, layout, drawn.get(i), TOP + layout.rowHeight() * (i + 0.5));
        }
        return Stream.of(new Figure(title, note, legend ? entries(drawn) : List.of(), svg.finish()));
    }

    /** The horizontal axis, from left to right, and the height of a row. */
    private record Layout(Axis axis, int left, int right, int rowHeight) {
        double at(double value) {
            return left + axis.fraction(value) * (right - left);
        }
    }

    private String description(List<Row> rows) {
        return x + ". " + rows.stream().map(this::description).collect(Collectors.joining("; "));
    }

    private String description(Row row) {
        String dots = row.dots().stream()
                .map(dot -> (legend ? Svg.shortened(dot.name(), 30) + " " : "") + Axis.label(dot.value()))
                .collect(Collectors.joining(", "));
        return Svg.shortened(row.label(), 30) + ": " + dots;
    }

    private static List<Figure.Entry> entries(List<Row> rows) {
        Map<Integer, String> names = new LinkedHashMap<>();
        rows.forEach(row -> row.dots().forEach(dot -> names.putIfAbsent(dot.series(), dot.name())));
        return names.entrySet().stream()
                .map(entry -> Figure.Entry.marker(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void axis(Svg svg, Layout layout, int bottom) {
        double free = Double.NEGATIVE_INFINITY; // The position at which the next label may start.
        for (double tick : layout.axis().ticks()) {
            double at = layout.at(tick);
            svg.line("grid", at, TOP, at, bottom);
            String label = Axis.tick(tick);
            double half = CHARACTER * (label.length() + 1) / 2;
            if (at - half > free) {
                svg.text("tick", at, bottom + 16, "middle", label);
                free = at + half;
            }
        }
        reference.ifPresent(value -> svg.line("reference", layout.at(value), TOP, layout.at(value), bottom));
        svg.line("frame", layout.left(), bottom, layout.right(), bottom);
        svg.text("axis", layout.right(), bottom + 36, "end", x);
    }

    private static void row(Svg svg, Layout layout, Row row, double middle) {
        int characters = layout.left() == LEFT ? SHORT_LABEL : LONG_LABEL;
        svg.text("name", layout.left() - 10, middle + 4, "end", Svg.shortened(row.label(), characters));
        svg.text("value", VALUES, middle + 4, "start", Svg.shortened(row.detail(), 14));
        int n = row.dots().size();
        for (int i = 0; i < n; i++) {
            Dot dot = row.dots().get(i);
            double y = middle + OFFSET * (i - (n - 1) / 2.0);
            String style = " s" + dot.series();
            if (!dot.box().isEmpty()) {
                double from = layout.at(dot.box().get(0));
                double to = layout.at(dot.box().get(1));
                svg.rectangle("box" + style, from, y - 6, to - from, 12, dot.name());
            }
            if (dot.low() < dot.high()) {
                svg.line("range" + style, layout.at(dot.low()), y, layout.at(dot.high()), y);
            }
            for (double point : dot.points()) {
                svg.line("round" + style, layout.at(point), y - 6, layout.at(point), y + 6);
            }
            String tip = dot.name() + ": " + Axis.label(dot.value());
            svg.marker(dot.series(), layout.at(dot.value()), y, n > 1 ? 4 : 5, tip);
        }
    }
}
