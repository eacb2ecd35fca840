package quartet.notebook.format;

/**
 * A stored picture.
 *
 * @param png the pixels, in Base64
 * @param svg an SVG document; empty for an image
 * @param data the numbers that the picture shows, one line for each series
 */
public record Drawing(String png, String svg, String data) {}
