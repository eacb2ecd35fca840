package quartet.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Creates XChart charts in the style of the notebooks: one size, the colours of {@link Palette}, and names on both
 * axes. Add series and change styles with the methods of XChart, then end the cell with {@link #show}.
 * <pre>{@code
 * XYChart chart = lines("Loss of three optimizers", "step", "loss (nats)");
 * chart.addSeries("Adam", steps, losses);
 * show(chart)
 * }</pre>
 */
public final class Charts {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final Color GRID = new Color(0xE8E8E8);
    private static final BasicStroke[] LINES = {new BasicStroke(2)};
    private static final int TICK_SPACING = 90;

    private Charts() {}

    /**
     * Returns an empty chart whose series are lines without markers.
     *
     * @param title the title of the chart
     * @param x the name of the horizontal axis, with its unit in brackets if it has one
     * @param y the name of the vertical axis, with its unit in brackets if it has one
     * @throws IllegalArgumentException if a name is blank
     */
    public static XYChart lines(String title, String x, String y) {
        XYChart chart = points(title, x, y);
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Line);
        chart.getStyler().setMarkerSize(0);
        return chart;
    }

    /**
     * Returns an empty chart whose series are points without lines.
     *
     * @throws IllegalArgumentException if a name is blank
     */
    public static XYChart points(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(required("title", title))
                .xAxisTitle(required("x axis", x))
                .yAxisTitle(required("y axis", y))
                .build();
        style(chart.getStyler());
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        chart.getStyler().setMarkerSize(7);
        return chart;
    }

    /**
     * Returns an empty chart whose series are bars over categories.
     *
     * @throws IllegalArgumentException if a name is blank
     */
    public static CategoryChart bars(String title, String x, String y) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(required("title", title))
                .xAxisTitle(required("x axis", x))
                .yAxisTitle(required("y axis", y))
                .build();
        style(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.8);
        return chart;
    }

    /**
     * Returns an empty heat map, to which one series is added.
     *
     * @throws IllegalArgumentException if a name is blank
     */
    public static HeatMapChart heatMap(String title, String x, String y) {
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(required("title", title))
                .xAxisTitle(required("x axis", x))
                .yAxisTitle(required("y axis", y))
                .build();
        style(chart.getStyler());
        chart.getStyler().setRangeColors(Palette.HEAT.toArray(Color[]::new));
        chart.getStyler().setPlotGridLinesVisible(false);
        return chart;
    }

    /** Draws a chart. The picture becomes the output of a cell if this call is its last expression. */
    public static Picture show(Chart<?, ?> chart) {
        return Picture.of(chart);
    }

    private static void style(AxesChartStyler styler) {
        styler.setSeriesColors(Palette.SERIES.toArray(Color[]::new));
        styler.setSeriesLines(LINES);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setXAxisTickMarkSpacingHint(TICK_SPACING);
        styler.setLegendPosition(LegendPosition.OutsideS); // A legend inside the plot would hide curves.
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendBorderColor(GRID);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }

    private static String required(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Charts: expected a name for the " + what + ", but it was blank");
        }
        return name;
    }
}
