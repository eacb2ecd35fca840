package quartet.harness.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chart with lines or points, and bands between the lowest and the highest value.
 *
 * @param title caption
 * @param note explanation of the chart
 * @param x name and unit of the horizontal axis
 * @param y name and unit of the vertical axis
 * @param logX whether the horizontal axis is logarithmic
 * @param logY whether the vertical axis is logarithmic
 * @param shape the form in which the points of a series are drawn
 * @param guide a line that helps to read the chart
 */
public record XyChart(
        String title, String note, String x, String y, boolean logX, boolean logY, Shape shape, Guide guide) {
    private static final int LEFT = 46;
    private static final int RIGHT_MARGIN = 10;
    private static final int TOP = 28;
    private static final int BOTTOM_MARGIN = 44;
    private static final int MARKERS = 7;

    /** The form of points, with the size of the image. */
    public enum Shape {
        /** Connected points with bands, on a small chart. */
        LINES(320, 250),
        /** Single points, on a chart as wide as a bar chart. */
        POINTS(420, 196),
        /** Many small points, on a small chart. */
        CLOUD(320, 250);

        private final int width;
        private final int height;

        Shape(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int right() {
            return width - RIGHT_MARGIN;
        }

        int bottom() {
            return height - BOTTOM_MARGIN;
        }
    }

    /** No line, or the line y = x, y = 0 or y = 1. */
    public enum Guide {
        NONE,
        IDENTITY,
        ZERO,
        ONE
    }

    /** A point with the range of its y over the rounds; low = y = high for a single round. */
    public record Point(double x, double y, double low, double high) {
        /** Returns a point without a range. */
        public static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }
    }

    /** A series of points, with the index of its colour, dash pattern and marker. */
    public record Curve(int series, String name, List<Point> points) {}

    /** Returns a chart without a guide. */
    public static XyChart of(String title, String note, String x, String y, boolean logX, boolean logY, Shape shape) {
        return new XyChart(title, note, x, y, logX, logY, shape, Guide.NONE);
    }

    /** Draws the curves. Values that an axis cannot show are omitted. The stream is empty if no point remains. */
    public Stream<Figure> draw(String id, List<Curve> curves) {
        List<Curve> drawn = curves.stream()
                .map(this::drawable)
                .filter(curve -> !curve.points().isEmpty())
                .toList();
        if (drawn.isEmpty()) {
            return Stream.empty();
        }
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        for (Curve curve : drawn) {
            for (Point point : curve.points()) {
                xs.add(point.x());
                ys.addAll(List.of(point.low(), point.high()));
            }
        }
        if (guide == Guide.IDENTITY) {
            xs.addAll(ys);
            ys = xs;
        } else if (guide != Guide.NONE) {
            ys.add(guide == Guide.ZERO ? 0.0 : 1.0);
        }
        if (shape == Shape.POINTS && !logY) {
            widen(ys);
        }
        Axis across = Axis.of(xs, logX);
        Axis up = Axis.of(ys, logY);
        Svg svg = new Svg(shape.width, shape.height, id, title, description(drawn));
        axes(svg, across, up);
        drawn.forEach(curve -> band(svg, across, up, curve));
        drawn.forEach(curve -> line(svg, across, up, curve));
        List<Figure.Entry> legend = drawn.stream()
                .map(curve -> shape == Shape.LINES
                        ? Figure.Entry.line(curve.series(), curve.name())
                        : Figure.Entry.marker(curve.series(), curve.name()))
                .toList();
        return Stream.of(new Figure(title, note, legend, svg.finish()));
    }

    /** Makes room for markers at the edges. */
    private static void widen(List<Double> values) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        values.add(low - (high - low) / 20);
        values.add(high + (high - low) / 20);
    }

    private Curve drawable(Curve curve) {
        return new Curve(
                curve.series(),
                curve.name(),
                curve.points().stream()
                        .filter(p -> Axis.drawable(p.x(), logX)
                                && Axis.drawable(p.y(), logY)
                                && Axis.drawable(p.low(), logY)
                                && Axis.drawable(p.high(), logY))
                        .toList());
    }

    private String description(List<Curve> curves) {
        return y + " by " + x + ". " + curves.stream().map(this::description).collect(Collectors.joining("; "));
    }

    private String description(Curve curve) {
        Point first = curve.points().get(0);
        Point last = curve.points().get(curve.points().size() - 1);
        String name = Svg.shortened(curve.name(), 30);
        String end = Axis.label(last.y()) + " at " + Axis.label(last.x());
        if (curve.points().size() == 1) {
            return name + ": " + end;
        }
        return shape == Shape.LINES
                ? name + ": from " + Axis.label(first.y()) + " to " + end
                : name + ": " + curve.points().size() + " points";
    }

    private void axes(Svg svg, Axis across, Axis up) {
        int right = shape.right();
        int bottom = shape.bottom();
        for (double tick : up.ticks()) {
            double at = vertical(up, tick);
            svg.line("grid", LEFT, at, right, at);
            svg.text("tick", LEFT - 7, at + 4, "end", Axis.tick(tick));
        }
        for (double tick : across.ticks()) {
            double at = horizontal(across, tick);
            svg.line("frame", at, bottom, at, bottom + 4);
            svg.text("tick", at, bottom + 17, "middle", Axis.tick(tick));
        }
        svg.line("frame", LEFT, bottom, right, bottom);
        if (guide == Guide.IDENTITY) {
            svg.line("reference", LEFT, bottom, right, TOP);
        } else if (guide != Guide.NONE) {
            double at = vertical(up, guide == Guide.ZERO ? 0 : 1);
            svg.line("reference", LEFT, at, right, at);
        }
        svg.text("axis", right, bottom + 37, "end", x);
        svg.text("axis", 0, 12, "start", y);
    }

    private void band(Svg svg, Axis across, Axis up, Curve curve) {
        List<Point> points = curve.points();
        int n = points.size();
        if (shape != Shape.LINES || n < 2 || points.stream().allMatch(point -> point.low() == point.high())) {
            return;
        }
        double[] corners = new double[4 * n];
        for (int i = 0; i < n; i++) {
            Point point = points.get(i);
            int back = 4 * n - 2 - 2 * i;
            corners[2 * i] = horizontal(across, point.x());
            corners[2 * i + 1] = vertical(up, point.high());
            corners[back] = corners[2 * i];
            corners[back + 1] = vertical(up, point.low());
        }
        svg.path("band s" + curve.series(), Svg.polygon(corners));
    }

    /**
     * Draws a line. Each series has its markers at different points, so that coinciding curves can be distinguished.
     */
    private void line(Svg svg, Axis across, Axis up, Curve curve) {
        int n = curve.points().size();
        double[] path = new double[2 * n];
        for (int i = 0; i < n; i++) {
            path[2 * i] = horizontal(across, curve.points().get(i).x());
            path[2 * i + 1] = vertical(up, curve.points().get(i).y());
        }
        boolean connected = shape == Shape.LINES;
        if (connected && n > 1) {
            svg.path("line s" + curve.series(), Svg.polyline(path));
        }
        int stride = connected ? Math.max(1, n / MARKERS) : 1;
        double radius = connected ? 3.2 : shape == Shape.CLOUD ? 2 : 5;
        for (int i = 0; i < n; i++) {
            if ((i + curve.series()) % stride == 0) {
                Point point = curve.points().get(i);
                String tip = curve.name() + ": " + Axis.label(point.y()) + " at " + Axis.label(point.x());
                svg.marker(curve.series(), path[2 * i], path[2 * i + 1], radius, shape == Shape.CLOUD ? "" : tip);
            }
        }
    }

    private double horizontal(Axis axis, double value) {
        return LEFT + axis.fraction(value) * (shape.right() - LEFT);
    }

    private double vertical(Axis axis, double value) {
        return shape.bottom() - axis.fraction(value) * (shape.bottom() - TOP);
    }
}
