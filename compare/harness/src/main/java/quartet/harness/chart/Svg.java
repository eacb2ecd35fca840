package quartet.harness.chart;

import java.util.Locale;
import quartet.harness.Printable;

/**
 * A builder of an SVG image. The image contains no colours. The page's style sheet assigns them to its classes, so the
 * same image suits light, dark and printed pages. Text is escaped.
 */
public final class Svg {
    private static final int MARKERS = 4;

    private final StringBuilder out = new StringBuilder();

    /** Starts an image that a screen reader announces with its title and description. */
    public Svg(int width, int height, String id, String title, String description) {
        out.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" " + "aria-labelledby=\"%s-t %s-d\">",
                width,
                height,
                id,
                id));
        append("<title id=\"", id, "-t\">", escape(title), "</title>");
        append("<desc id=\"", id, "-d\">", escape(description), "</desc>");
    }

    /** Starts a purely decorative image. */
    private Svg(String style, int width, int height) {
        append("<svg class=\"", style, "\" viewBox=\"0 0 ", Integer.toString(width), " ", Integer.toString(height));
        append("\" aria-hidden=\"true\">");
    }

    /** Returns the key of a series in a legend: its line, its marker or both. */
    static String key(int series, boolean line, boolean marker) {
        Svg svg = new Svg("key", 32, 12);
        if (line) {
            svg.path("line s" + series, polyline(1, 6, 31, 6));
        }
        if (marker) {
            svg.marker(series, 16, 6, 4, "");
        }
        return svg.finish();
    }

    /** Returns the key of a filled area in a legend. */
    static String swatch(String style) {
        Svg svg = new Svg("key", 32, 12);
        svg.path(style, polygon(8, 0, 24, 0, 24, 12, 8, 12));
        return svg.finish();
    }

    /** Returns text with invisible characters replaced and markup escaped. */
    public static String escape(String text) {
        return Printable.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Returns the text in one line, cut to a number of characters. */
    public static String shortened(String text, int length) {
        String line = Printable.line(text);
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length - 1)) + "…";
    }

    public void line(String style, double x1, double y1, double x2, double y2) {
        append("<line class=\"", style, "\" x1=\"", number(x1), "\" y1=\"", number(y1));
        append("\" x2=\"", number(x2), "\" y2=\"", number(y2), "\"/>");
    }

    /** Draws a path; the data consist of numbers and commands only. */
    void path(String style, String data) {
        append("<path class=\"", style, "\" d=\"", data, "\"/>");
    }

    /** Draws a rectangle. The tip appears under the pointer. */
    void rectangle(String style, double x, double y, double width, double height, String tip) {
        append("<rect class=\"", style, "\" x=\"", number(x), "\" y=\"", number(y), "\" width=\"", number(width));
        append("\" height=\"", number(height), "\"><title>", escape(tip), "</title></rect>");
    }

    /** Draws text. The anchor is start, middle or end. */
    public void text(String style, double x, double y, String anchor, String content) {
        append("<text class=\"", style, "\" x=\"", number(x), "\" y=\"", number(y));
        append("\" text-anchor=\"", anchor, "\">", escape(content), "</text>");
    }

    /** Draws the marker of a series: circle, square, triangle or diamond. The tip appears under the pointer. */
    void marker(int series, double x, double y, double radius, String tip) {
        double r = radius;
        String shape =
                switch (series % MARKERS) {
                    case 0 -> circle(x, y, r);
                    case 1 -> polygon(x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
                    case 2 -> polygon(x, y - 1.3 * r, x + 1.2 * r, y + r, x - 1.2 * r, y + r);
                    default -> polygon(x, y - 1.4 * r, x + 1.4 * r, y, x, y + 1.4 * r, x - 1.4 * r, y);
                };
        append("<path class=\"mark s", Integer.toString(series), "\" d=\"", shape);
        append(tip.isEmpty() ? "\"/>" : "\"><title>" + escape(tip) + "</title></path>");
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
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private void append(String... parts) {
        for (String part : parts) {
            out.append(part);
        }
    }

    /** Fills the background, for a file that is shown on pages of unknown colour. */
    public void background(int width, int height) {
        append("<rect class=\"background\" width=\"", Integer.toString(width), "\" height=\"");
        append(Integer.toString(height), "\"/>");
    }

    /** Draws a finished image in a rectangle of this one. */
    public void image(String svg, double x, double y, double width, double height) {
        append("<svg x=\"", number(x), "\" y=\"", number(y), "\" width=\"", number(width), "\" height=\"");
        append(number(height), "\"", svg.substring("<svg".length()));
    }

    /** Returns the finished image as a stand-alone file with its style sheet and a background. */
    public String standalone(String style) {
        int start = out.indexOf(">") + 1;
        return out.substring(0, start).replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ") + "<style>"
                + style + "</style>" + out.substring(start) + "</svg>\n";
    }

    /** Returns the finished image. */
    public String finish() {
        return out + "</svg>";
    }
}
