package quartet.notebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jfree.svg.SVGGraphics2D;
import org.knowm.xchart.internal.chartpart.Chart;

/** Writes charts as short SVG that is the same in every run. */
final class Svg {
    private Svg() {}

    static String draw(Chart<?, ?> chart) {
        SVGGraphics2D graphics = new SVGGraphics2D(chart.getWidth(), chart.getHeight());
        graphics.setDefsKeyPrefix("chart"); // By default the prefix is a time.
        graphics.setGeomDoubleConverter(Svg::rounded);
        graphics.setTransformDoubleConverter(Svg::rounded);
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        return graphics.getSVGElement();
    }

    /** A tenth of a pixel is enough. */
    private static String rounded(double number) {
        return new BigDecimal(number)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
