package quartet.notebook;

import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.internal.chartpart.Chart;
import org.w3c.dom.Document;

/** Writes charts as short SVG that is the same in every run. */
final class Svg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private Svg() {}

    static String draw(Chart<?, ?> chart) {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(NAMESPACE, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(1); // A tenth of a pixel is enough.
        SVGGraphics2D graphics = new LabelGraphics(context, chart);
        graphics.setSVGCanvasSize(new Dimension(chart.getWidth(), chart.getHeight()));
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        StringWriter svg = new StringWriter();
        try {
            graphics.stream(svg, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = svg.toString();
        return text.substring(text.indexOf("<svg")); // Pages embed it, so it has no XML declaration.
    }
}
