package quartet.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;

/** Describes the contents of a picture as lines of text: names, then one line for each row of numbers. */
final class ChartData {
    private static final MathContext DIGITS = new MathContext(6);
    private static final int GRID = 16;

    private ChartData() {}

    /**
     * Describes a chart.
     *
     * @throws IllegalArgumentException if a series is of a kind whose numbers cannot be compared
     */
    static String describe(Chart<?, ?> chart) {
        StringBuilder text = new StringBuilder();
        line(text, "chart", chart.getTitle());
        line(text, "x axis", chart.getXAxisTitle());
        line(text, "y axis", chart.getYAxisTitle());
        for (Series series : chart.getSeriesMap().values()) {
            line(text, "series", series.getName());
            describe(text, series);
        }
        return text.toString();
    }

    /** Describes images by the mean brightness of at most 16 by 16 fields each. */
    static String describe(List<double[][]> images) {
        StringBuilder text = new StringBuilder();
        line(text, "images", images.size() + " of " + images.get(0)[0].length + " by " + images.get(0).length);
        for (double[][] image : images) {
            for (double[] row : means(image)) {
                line(text, "row", numbers(row));
            }
        }
        return text.toString();
    }

    private static void describe(StringBuilder text, Series series) {
        if (series instanceof XYSeries xy) {
            line(text, "x", numbers(xy.getXData()));
            line(text, "y", numbers(xy.getYData()));
            if (xy.getExtraValues() != null) {
                line(text, "error", numbers(xy.getExtraValues()));
            }
        } else if (series instanceof CategorySeries category) {
            line(text, "x", values(category.getXData()));
            line(text, "y", values(category.getYData()));
            if (category.getExtraValues() != null) {
                line(text, "error", values(category.getExtraValues()));
            }
        } else if (series instanceof HeatMapSeries map) {
            line(text, "x", values(map.getXData()));
            line(text, "y", values(map.getYData()));
            line(
                    text,
                    "z",
                    map.getHeatData().stream()
                            .map(cell -> values(Arrays.asList(cell)))
                            .collect(Collectors.joining("; ")));
        } else {
            throw new IllegalArgumentException("Charts: expected series of XYChart, CategoryChart or HeatMapChart, but "
                    + "was " + series.getClass().getSimpleName());
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String values(Collection<?> values) {
        return values.stream()
                .map(value -> value instanceof Number number ? number(number.doubleValue()) : String.valueOf(value))
                .collect(Collectors.joining(" "));
    }

    private static String numbers(double[] values) {
        return Arrays.stream(values).mapToObj(ChartData::number).collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
        boolean whole = rounded == Math.rint(rounded) && Math.abs(rounded) < 1e6;
        return whole ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static double[][] means(double[][] image) {
        int rows = Math.min(GRID, image.length);
        int columns = Math.min(GRID, image[0].length);
        double[][] sums = new double[rows][columns];
        int[][] counts = new int[rows][columns];
        for (int y = 0; y < image.length; y++) {
            for (int x = 0; x < image[y].length; x++) {
                sums[y * rows / image.length][x * columns / image[y].length] += image[y][x];
                counts[y * rows / image.length][x * columns / image[y].length]++;
            }
        }
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                sums[y][x] /= counts[y][x];
            }
        }
        return sums;
    }
}
