package quartet.notebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.internal.chartpart.Chart;

/** Writes charts as short SVG that is the same in every run. */
final class Svg {
    /** The writer names each clip path after the hash code of an object, which changes from run to run. */
    private static final Pattern CLIP_NAME = Pattern.compile("clip-?\\d+");
    /** The writer prints up to 17 digits; a hundredth of a pixel is enough. */
    private static final Pattern LONG_FRACTION = Pattern.compile("(\\.\\d\\d)\\d+");

    private Svg() {}

    static String draw(Chart<?, ?> chart) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
        } catch (IOException e) {
            throw new UncheckedIOException("the chart cannot be drawn as SVG: " + e.getMessage(), e);
        }
        String svg = bytes.toString(StandardCharsets.UTF_8);
        return withStableNames(LONG_FRACTION.matcher(svg).replaceAll("$1"));
    }

    /** Numbers the clip paths in the order of their first appearance. */
    private static String withStableNames(String svg) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher matcher = CLIP_NAME.matcher(svg);
        return matcher.replaceAll(match -> {
            names.putIfAbsent(match.group(), "clip" + (names.size() + 1));
            return names.getOrDefault(match.group(), "");
        });
    }
}
