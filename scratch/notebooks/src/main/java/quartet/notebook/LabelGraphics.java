package quartet.notebook;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * Writes the labels of a chart as text. XChart fills the outlines of its labels. Outlines cannot be selected, searched
 * or read aloud, and take more space than text. This class therefore compares each filled shape with the outlines of the
 * chart's names and of numbers. A shape that it does not recognize is drawn as it is.
 */
final class LabelGraphics extends SVGGraphics2D {
    private static final String DIGITS = "0123456789.,-E";
    private static final double UPWARDS = -Math.PI / 2;

    private final Map<List<String>, Label> labels = new HashMap<>();
    private final Font numbers;

    private record Label(String text, Font font, double angle) {}

    LabelGraphics(SVGGeneratorContext context, Chart<?, ?> chart) {
        super(context, false);
        AxesChartStyler styler = (AxesChartStyler) chart.getStyler();
        numbers = styler.getAxisTickLabelsFont();
        add(new Label(chart.getTitle(), styler.getChartTitleFont(), 0));
        add(new Label(chart.getXAxisTitle(), styler.getAxisTitleFont(), 0));
        add(new Label(chart.getYAxisTitle(), styler.getAxisTitleFont(), UPWARDS));
        for (Series series : chart.getSeriesMap().values()) {
            add(new Label(series.getName(), styler.getLegendFont(), 0));
            if (series instanceof CategorySeries category) {
                category.getXData().forEach(value -> add(new Label(String.valueOf(value), numbers, 0)));
            }
        }
    }

    @Override
    public void fill(Shape shape) {
        Optional<Label> label = shape instanceof Path2D ? recognize(segments(shape)) : Optional.empty();
        label.ifPresentOrElse(this::draw, () -> super.fill(shape));
    }

    private void draw(Label label) {
        AffineTransform transform = getTransform();
        rotate(label.angle());
        setFont(label.font());
        drawString(label.text(), 0f, 0f);
        setTransform(transform);
    }

    private void add(Label label) {
        if (!label.text().isBlank()) {
            labels.put(outline(label), label);
        }
    }

    private Optional<Label> recognize(List<String> outline) {
        Optional<Label> name = Optional.ofNullable(labels.get(outline));
        return name.isPresent() ? name : number(outline);
    }

    /** Finds the number that has this outline, digit by digit. */
    private Optional<Label> number(List<String> outline) {
        String text = "";
        int length = -1;
        while (length < text.length()) {
            length = text.length();
            for (int i = 0; i < DIGITS.length() && text.length() == length; i++) {
                Label candidate = new Label(text + DIGITS.charAt(i), numbers, 0);
                List<String> start = outline(candidate);
                if (start.equals(outline)) {
                    return Optional.of(candidate);
                }
                if (start.size() < outline.size() && start.equals(outline.subList(0, start.size()))) {
                    text = candidate.text();
                }
            }
        }
        return Optional.empty();
    }

    /** The outline that XChart fills for a label. */
    private List<String> outline(Label label) {
        TextLayout layout = new TextLayout(label.text(), label.font(), getFontRenderContext());
        return segments(layout.getOutline(AffineTransform.getRotateInstance(label.angle())));
    }

    private static List<String> segments(Shape shape) {
        List<String> segments = new ArrayList<>();
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            float[] coordinates = new float[6];
            int type = path.currentSegment(coordinates);
            segments.add(type + Arrays.toString(coordinates));
        }
        return segments;
    }
}
