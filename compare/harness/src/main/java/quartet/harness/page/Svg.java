package quartet.harness.page;

import java.util.Locale;
import quartet.harness.Printable;

/**
 * An SVG image under construction. It holds no colours: the page's style sheet colours its classes, so that one image
 * serves light, dark and printed pages. Text is escaped.
 */
final class Svg {
    private static final int MARKERS = 4;

    private final StringBuilder out = new StringBuilder();

    /** Starts an image that a screen reader announces with its title and description. */
    Svg(int width, int height, String id, String title, String description) {
        out.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">",
                width,
                height,
                id,
                id));
        out.append("<title id=\"")
                .append(id)
                .append("-t\">")
                .append(escape(title))
                .append("</title>");
        out.append("<desc id=\"")
                .append(id)
                .append("-d\">")
                .append(escape(description))
                .append("</desc>");
    }

    /** Text with invisible characters replaced and markup escaped. */
    static String escape(String text) {
        return Printable.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Returns the text, cut to a number of characters. */
    static String shortened(String text, int length) {
        String line = Printable.line(text);
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length - 1)) + "…";
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        append("<line class=\"", style, "\" x1=\"", number(x1), "\" y1=\"", number(y1));
        append("\" x2=\"", number(x2), "\" y2=\"", number(y2), "\"/>");
    }

    /** Draws a path; the data consist of numbers and commands only. */
    void path(String style, String data) {
        append("<path class=\"", style, "\" d=\"", data, "\"/>");
    }

    /** Draws text. The anchor is start, middle or end. */
    void text(String style, double x, double y, String anchor, String content) {
        append("<text class=\"", style, "\" x=\"", number(x), "\" y=\"", number(y));
        append("\" text-anchor=\"", anchor, "\">", escape(content), "</text>");
    }

    /** Draws text that runs upwards, centred. */
    void upwards(double x, double y, String content) {
        append("<text class=\"axis\" transform=\"translate(", number(x), " ", number(y));
        append(") rotate(-90)\" text-anchor=\"middle\">", escape(content), "</text>");
    }

    /** Draws the marker of a series: circle, square, triangle or diamond. The tip appears under the pointer. */
    void marker(int series, double x, double y, double radius, String tip) {
        String shape =
                switch (series % MARKERS) {
                    case 0 -> circle(x, y, radius);
                    case 1 ->
                        polygon(
                                x - radius,
                                y - radius,
                                x + radius,
                                y - radius,
                                x + radius,
                                y + radius,
                                x - radius,
                                y + radius);
                    case 2 -> polygon(x, y - 1.3 * radius, x + 1.2 * radius, y + radius, x - 1.2 * radius, y + radius);
                    default ->
                        polygon(x, y - 1.4 * radius, x + 1.4 * radius, y, x, y + 1.4 * radius, x - 1.4 * radius, y);
                };
        append("<path class=\"mark s", Integer.toString(series), "\" d=\"", shape, "\"><title>");
        append(escape(tip), "</title></path>");
    }

    private static String circle(double x, double y, double radius) {
        String arc = "a" + number(radius) + " " + number(radius) + " 0 1 0 ";
        return "M" + number(x - radius) + " " + number(y) + arc + number(2 * radius) + " 0" + arc + number(-2 * radius)
                + " 0z";
    }

    /** Returns the path data of a closed polygon with corners x, y, x, y... */
    static String polygon(double... corners) {
        return polyline(corners) + "z";
    }

    /** Returns the path data of a line through the points x, y, x, y... */
    static String polyline(double... points) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            data.append(i == 0 ? 'M' : 'L')
                    .append(number(points[i]))
                    .append(' ')
                    .append(number(points[i + 1]));
        }
        return data.toString();
    }

    /** Returns a coordinate, rounded to a tenth. */
    private static String number(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }

    private void append(String... parts) {
        for (String part : parts) {
            out.append(part);
        }
    }

    /** Returns the finished image. */
    String finish() {
        return out + "</svg>";
    }
}
