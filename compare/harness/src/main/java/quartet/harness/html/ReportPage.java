package quartet.harness.html;

import java.util.List;
import java.util.Map;

/**
 * A page about results. The type is public for the page's template.
 *
 * @param title heading
 * @param lead sentences that say what the page is about, or empty
 * @param lines where and how it was measured
 * @param overview charts and tables beside the findings
 * @param sections in order
 * @param glossary whether the page ends with an explanation of the tables' columns
 * @param version that the page compares with that of its own address, to load itself anew; empty for a page that makes no
 *     request
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
