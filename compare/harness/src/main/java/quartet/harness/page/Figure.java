package quartet.harness.page;

import java.util.List;

/**
 * A chart with its caption and legend.
 *
 * @param title caption
 * @param note how to read it, or empty
 * @param legend one entry for each series; empty if the rows carry the names
 * @param svg markup
 */
public record Figure(String title, String note, List<Entry> legend, String svg) {
    public Figure {
        legend = List.copyOf(legend);
    }

    /**
     * An entry of a legend.
     *
     * @param series number of the series, which selects colour, dash pattern and marker
     * @param name of the series
     * @param svg a sample of its line and marker
     */
    public record Entry(int series, String name, String svg) {
        static Entry of(int series, String name, boolean line) {
            StringBuilder sample = new StringBuilder("<svg class=\"key\" viewBox=\"0 0 32 12\" aria-hidden=\"true\">");
            if (line) {
                sample.append("<path class=\"line s").append(series).append("\" d=\"M1 6L31 6\"/>");
            }
            Svg marker = new Svg(0, 0, "k", "", "");
            marker.marker(series, 16, 6, 4, name);
            String drawn = marker.finish();
            sample.append(drawn, drawn.indexOf("<path"), drawn.length());
            return new Entry(series, Svg.shortened(name, 40), sample.toString());
        }
    }
}
