package quartet.harness.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines or points in a plane, with bands between the lowest and the highest value.
 *
 * @param title caption
 * @param note how to read it
 * @param x name and unit of the horizontal axis
 * @param y name and unit of the vertical axis
 * @param logX whether the horizontal axis is logarithmic
 * @param logY whether the vertical axis is logarithmic
 * @param lines whether the points of a series are connected
 */
record XyChart(String title, String note, String x, String y, boolean logX, boolean logY, boolean lines) {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 290;
    private static final int LEFT = 62;
    private static final int RIGHT = 408;
    private static final int TOP = 12;
    private static final int BOTTOM = 240;
    private static final int MARKERS = 8;

    /** A point with the range of its y over the rounds; low = y = high for a single round. */
    record Point(double x, double y, double low, double high) {}

    /** A series of points, with the number that selects its colour and marker. */
    record Curve(int series, String name, List<Point> points) {}

    /** Draws the curves; values that an axis cannot show are left out. Returns nothing if no point remains. */
    Stream<Figure> draw(String id, List<Curve> curves) {
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
        Axis across = Axis.of(xs, logX);
        Axis up = Axis.of(ys, logY);
        Svg svg = new Svg(WIDTH, HEIGHT, id, title, description(drawn));
        axes(svg, across, up);
        drawn.forEach(curve -> band(svg, across, up, curve));
        drawn.forEach(curve -> line(svg, across, up, curve));
        List<Figure.Entry> legend = drawn.stream()
                .map(curve -> Figure.Entry.of(curve.series(), curve.name(), lines))
                .toList();
        return Stream.of(new Figure(title, note, legend, svg.finish()));
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
        return y + " by " + x + ". "
                + curves.stream()
                        .map(curve -> {
                            Point first = curve.points().get(0);
                            Point last = curve.points().get(curve.points().size() - 1);
                            String name = Svg.shortened(curve.name(), 30);
                            return lines && curve.points().size() > 1
                                    ? name + ": from " + Axis.label(first.y()) + " to " + Axis.label(last.y()) + " at "
                                            + Axis.label(last.x())
                                    : name + ": " + Axis.label(last.y()) + " at " + Axis.label(last.x());
                        })
                        .collect(Collectors.joining("; "));
    }

    private void axes(Svg svg, Axis across, Axis up) {
        for (double tick : up.ticks()) {
            double at = vertical(up, tick);
            svg.line("grid", LEFT, at, RIGHT, at);
            svg.text("tick", LEFT - 6, at + 4, "end", Axis.label(tick));
        }
        for (double tick : across.ticks()) {
            double at = horizontal(across, tick);
            svg.line("frame", at, BOTTOM, at, BOTTOM + 4);
            svg.text("tick", at, BOTTOM + 18, "middle", Axis.label(tick));
        }
        svg.line("frame", LEFT, BOTTOM, RIGHT, BOTTOM);
        svg.text("axis", (LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", x);
        svg.upwards(13, (TOP + BOTTOM) / 2.0, y);
    }

    private static void band(Svg svg, Axis across, Axis up, Curve curve) {
        List<Point> points = curve.points();
        int n = points.size();
        if (n < 2 || points.stream().allMatch(point -> point.low() == point.high())) {
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

    private void line(Svg svg, Axis across, Axis up, Curve curve) {
        int n = curve.points().size();
        double[] path = new double[2 * n];
        for (int i = 0; i < n; i++) {
            path[2 * i] = horizontal(across, curve.points().get(i).x());
            path[2 * i + 1] = vertical(up, curve.points().get(i).y());
        }
        if (lines && n > 1) {
            svg.path("line s" + curve.series(), Svg.polyline(path));
        }
        int stride = lines ? Math.max(1, n / MARKERS) : 1;
        for (int i = 0; i < n; i++) {
            if ((n - 1 - i) % stride == 0) {
                Point point = curve.points().get(i);
                String tip = curve.name() + ": " + Axis.label(point.y()) + " at " + Axis.label(point.x());
                svg.marker(curve.series(), path[2 * i], path[2 * i + 1], lines ? 3 : 5, tip);
            }
        }
    }

    private static double horizontal(Axis axis, double value) {
        return LEFT + axis.fraction(value) * (RIGHT - LEFT);
    }

    private static double vertical(Axis axis, double value) {
        return BOTTOM - axis.fraction(value) * (BOTTOM - TOP);
    }
}
