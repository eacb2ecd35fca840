package quartet.notebook;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A plot or an image as the output of a cell: its pixels, its drawing as SVG, and the numbers that it shows. Java
 * kernels of Jupyter that render a {@link BufferedImage} show the pixels. Quartet's runner stores all three, and
 * compares only the numbers, because pixels depend on the fonts of a machine.
 */
public final class Picture extends BufferedImage {
    private static final int GAP = 4;
    private static final int GRAY = 0xCC;

    private final String svg;
    private final String data;

    private Picture(int width, int height, String svg, String data) {
        super(width, height, TYPE_INT_RGB);
        this.svg = svg;
        this.data = data;
    }

    /** Draws a chart. */
    public static Picture of(Chart<?, ?> chart) {
        BufferedImage pixels = BitmapEncoder.getBufferedImage(chart);
        // Batik cannot write the colour gradient in the legend of a heat map.
        String svg = chart instanceof HeatMapChart ? "" : Svg.draw(chart);
        Picture picture = new Picture(pixels.getWidth(), pixels.getHeight(), svg, ChartData.describe(chart));
        picture.paint(pixels, 0, 0, pixels.getWidth(), pixels.getHeight());
        return picture;
    }

    /**
     * Draws a grey image.
     *
     * @param brightness [height][width], from 0 for black to 1 for white; other values are clipped
     * @param scale pixels for each value in both directions
     */
    public static Picture gray(double[][] brightness, int scale) {
        return grays(List.<double[][]>of(brightness), 1, scale);
    }

    /**
     * Draws grey images of one size in a grid, row by row.
     *
     * @param images each [height][width], from 0 for black to 1 for white; other values are clipped
     * @param columns images in a row
     * @param scale pixels for each value in both directions
     * @throws IllegalArgumentException if there is no image, or the sizes differ
     */
    public static Picture grays(List<double[][]> images, int columns, int scale) {
        if (images.isEmpty() || columns < 1 || scale < 1) {
            throw new IllegalArgumentException("Picture: expected images, columns >= 1 and scale >= 1, but was "
                    + images.size() + " images, " + columns + " columns and scale " + scale);
        }
        int height = images.get(0).length;
        int width = images.get(0)[0].length;
        int rows = (images.size() + columns - 1) / columns;
        Picture picture = new Picture(
                columns * (width * scale + GAP) - GAP,
                rows * (height * scale + GAP) - GAP,
                "",
                ChartData.describe(images));
        picture.fill();
        for (int i = 0; i < images.size(); i++) {
            int left = i % columns * (width * scale + GAP);
            int top = i / columns * (height * scale + GAP);
            picture.paint(pixels(images.get(i), height, width), left, top, width * scale, height * scale);
        }
        return picture;
    }

    /** Returns the drawing as an SVG document; empty for images and heat maps. */
    public String svg() {
        return svg;
    }

    /** Returns the numbers that the picture shows, one line for each series. */
    public String data() {
        return data;
    }

    @Override
    public String toString() {
        return data.lines().findFirst().orElse("picture");
    }

    private void fill() {
        Graphics2D graphics = createGraphics();
        graphics.setColor(new Color(GRAY, GRAY, GRAY));
        graphics.fillRect(0, 0, getWidth(), getHeight());
        graphics.dispose();
    }

    private void paint(BufferedImage pixels, int left, int top, int width, int height) {
        Graphics2D graphics = createGraphics();
        graphics.drawImage(pixels, left, top, width, height, null);
        graphics.dispose();
    }

    private static BufferedImage pixels(double[][] brightness, int height, int width) {
        BufferedImage image = new BufferedImage(width, height, TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            if (brightness.length != height || brightness[y].length != width) {
                throw new IllegalArgumentException(
                        "Picture: expected every image to have [" + height + "][" + width + "] values");
            }
            for (int x = 0; x < width; x++) {
                int level = (int) Math.round(255 * Math.max(0, Math.min(1, brightness[y][x])));
                image.setRGB(x, y, new Color(level, level, level).getRGB());
            }
        }
        return image;
    }
}
