package quartet.harness.html;

import java.util.List;
import java.util.Map;

/**
 * A page about results. The type is public for the page's template.
 *
 * @param title heading
 * @param lead sentences about the subject of the page, or empty
 * @param lines the conditions of the measurement
 * @param overview charts and tables next to the findings
 * @param sections the sections in order
 * @param glossary whether the page ends with an explanation of the tables' columns
 * @param version the version for which a live page polls its address, and reloads when it changes; empty for a static
 *     page
 */
public record ReportPage(
        String title,
        String lead,
        List<String> lines,
        Part overview,
        List<Section> sections,
        boolean glossary,
        String version) {
    private static final HtmlTemplate TEMPLATE = new HtmlTemplate(ReportPage.class, "page.html.ftlh");

    /** Returns the page as one file. */
    public String html() {
        String live = version.isEmpty() ? "" : TEMPLATE.resource("live.js");
        return TEMPLATE.render(
                TEMPLATE.resource("chart.css") + TEMPLATE.resource("page.css"),
                TEMPLATE.resource("page.js") + live,
                Map.of("page", this, "connect", version.isEmpty() ? "" : " connect-src 'self';"));
    }

    /** Returns the style sheet of charts outside a page. */
    public static String chartStyle() {
        return HtmlTemplate.tokens() + TEMPLATE.resource("chart.css");
    }
}
