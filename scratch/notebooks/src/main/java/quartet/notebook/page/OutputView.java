package quartet.notebook.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import quartet.notebook.format.Drawing;
import quartet.notebook.format.Output;

/**
 * An output in the form that a page shows.
 *
 * @param kind {@code stdout}, {@code stderr}, {@code value}, {@code error} or {@code picture}
 * @param text the text; for a picture, its description
 * @param image a data address of a picture; otherwise empty
 */
public record OutputView(String kind, String text, String image) {
    private static final List<String> NAMES = List.of("chart:", "images:", "x axis:", "y axis:", "series:");

    /** Prepares an output for a page. */
    public static OutputView of(Output output) {
        if (output instanceof Output.Printed printed) {
            return new OutputView(printed.name().equals("stderr") ? "stderr" : "stdout", printed.text(), "");
        }
        if (output instanceof Output.Thrown thrown) {
            return new OutputView("error", thrown.name() + ": " + thrown.message(), "");
        }
        Output.Value value = (Output.Value) output;
        return value.drawing()
                .map(drawing -> new OutputView("picture", description(drawing), address(drawing)))
                .orElseGet(() -> new OutputView("value", value.text(), ""));
    }

    /** Returns the names of a picture, its axes and its series, for screen readers. */
    private static String description(Drawing drawing) {
        return drawing.data()
                .lines()
                .filter(line -> NAMES.stream().anyMatch(line::startsWith))
                .collect(Collectors.joining("; "));
    }

    /**
     * Returns the data address of a picture. In an image element, ids of one SVG cannot conflict with those of
     * another.
     */
    private static String address(Drawing drawing) {
        return drawing.svg().isEmpty()
                ? "data:image/png;base64," + drawing.png()
                : "data:image/svg+xml;base64,"
                        + Base64.getEncoder().encodeToString(drawing.svg().getBytes(StandardCharsets.UTF_8));
    }
}
