package quartet.harness.chart;

import java.util.List;

/**
 * A chart with its caption and legend.
 *
 * @param title caption
 * @param note explanation of the chart, or empty
 * @param legend one entry for each series; empty if the rows show the names
 * @param svg markup
 */
public record Figure(String title, String note, List<Entry> legend, String svg) {
    public Figure {
        legend = List.copyOf(legend);
    }

    /** Returns the same figure without a legend. */
    public Figure withoutLegend() {
        return new Figure(title, note, List.of(), svg);
    }

    /**
     * An entry of a legend.
     *
     * @param name of the series
     * @param svg a sample of its line, marker or area
     */
    public record Entry(String name, String svg) {
        /** Returns the entry of a series that is drawn as a line with markers. */
        public static Entry line(int series, String name) {
            return new Entry(Svg.shortened(name, 40), Svg.key(series, true, true));
        }

        /** Returns the entry of a series that is drawn as markers. */
        static Entry marker(int series, String name) {
            return new Entry(Svg.shortened(name, 40), Svg.key(series, false, true));
        }

        /** Returns the entry of a filled area. */
        static Entry area(String style, String name) {
            return new Entry(Svg.shortened(name, 40), Svg.swatch(style));
        }
    }
}
