package quartet.harness.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chart with one bar for each category, divided into parts. Neighbouring parts differ in lightness.
 *
 * @param title caption
 * @param note explanation of the chart
 * @param x name and unit of the axis, which starts at 0
 * @param parts the names of the parts, at most 6
 */
public record StackedBars(String title, String note, String x, List<String> parts) {
    private static final int WIDTH = 420;
    private static final int LEFT = 112;
    private static final int LABEL = 14;
    private static final int RIGHT = 352;
    private static final int TOP = 6;
    private static final int ROW = 27;
    private static final int HEIGHT = 17;
    /** The width of a character in the label of a part. */
    private static final int CHARACTER = 7;

    /**
     * A category.
     *
     * @param sizes of its parts; 0 for missing parts
     * @param end text at the end of the bar
     */
    public record Bar(String label, List<Double> sizes, String end) {
        double total() {
            double sum = sizes.stream().mapToDouble(Double::doubleValue).sum();
            return Axis.drawable(sum, true)
                    ? new BigDecimal(sum).round(new MathContext(9)).doubleValue() // 100 %, not 100.00000000000001 %
                    : sum;
        }
    }

    /** Draws the bars. The stream is empty if there are none, or if a size is negative or too large to draw. */
    public Stream<Figure> draw(String id, List<Bar> bars) {
        boolean drawable = bars.stream()
                .allMatch(bar -> bar.sizes().stream().allMatch(size -> size >= 0 && Axis.drawable(size, false))
                        && Axis.drawable(bar.total(), true));
        if (bars.isEmpty() || !drawable) {
            return Stream.empty();
        }
        List<Double> values = new ArrayList<>(List.of(0.0));
        bars.forEach(bar -> values.add(bar.total()));
        Axis axis = Axis.of(values, false);
        int bottom = TOP + ROW * bars.size();
        Svg svg = new Svg(WIDTH, bottom + 44, id, title, description(bars));
        for (double tick : axis.ticks()) {
            double at = at(axis, tick);
            svg.line("grid", at, TOP, at, bottom);
            svg.text("tick", at, bottom + 16, "middle", Axis.tick(tick));
        }
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, axis, bars.get(i), TOP + ROW * (i + 0.5));
        }
        svg.line("frame", LEFT, bottom, RIGHT, bottom);
        svg.text("axis", RIGHT, bottom + 36, "end", x);
        List<Figure.Entry> legend = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            legend.add(Figure.Entry.area("area p" + part, parts.get(part)));
        }
        return Stream.of(new Figure(title, note, legend, svg.finish()));
    }

    private void bar(Svg svg, Axis axis, Bar bar, double middle) {
        svg.text("name", LEFT - 10, middle + 4, "end", Svg.shortened(bar.label(), LABEL));
        double from = 0;
        for (int part = 0; part < bar.sizes().size(); part++) {
            double to = from + bar.sizes().get(part);
            double left = at(axis, from);
            String tip = parts.get(part) + ": " + Axis.label(to - from);
            double width = at(axis, to) - left;
            svg.rectangle("area p" + part, left, middle - HEIGHT / 2.0, width, HEIGHT, tip);
            String size = rounded(to - from);
            if (width >= CHARACTER * (size.length() + 1)) {
                svg.text("part t" + part, left + width / 2, middle + 4, "middle", size);
            }
            from = to;
        }
        svg.text("value", at(axis, from) + 6, middle + 4, "start", Svg.shortened(bar.end(), 10));
    }

    private static String rounded(double size) {
        return Axis.label(new BigDecimal(size).round(new MathContext(2)).doubleValue());
    }

    private String description(List<Bar> bars) {
        return x + ". " + bars.stream().map(this::description).collect(Collectors.joining("; "));
    }

    private String description(Bar bar) {
        List<String> sizes = new ArrayList<>();
        for (int part = 0; part < bar.sizes().size(); part++) {
            sizes.add(parts.get(part) + " " + Axis.label(bar.sizes().get(part)));
        }
        return Svg.shortened(bar.label(), 30) + ": " + String.join(", ", sizes) + ", in all " + bar.end();
    }

    private static double at(Axis axis, double value) {
        return LEFT + axis.fraction(value) * (RIGHT - LEFT);
    }
}
