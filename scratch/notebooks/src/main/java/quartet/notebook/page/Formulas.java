package quartet.notebook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes the formulas of a markdown text before it is rendered, because underscores have another meaning in markdown.
 * Inserts them afterwards as TeX, which KaTeX converts to MathML in the browser.
 */
final class Formulas {
    /** Code spans, which contain no formulas, then displayed and inline formulas. */
    private static final Pattern FORMULA =
            Pattern.compile("(`+)(?:.+?)\\1|\\$\\$(.+?)\\$\\$|\\$(?=\\S)([^$\\n]+?)(?<=\\S)\\$", Pattern.DOTALL);

    private static final Pattern PLACE = Pattern.compile("\uE000(\\d+)\uE001");

    private final List<String> rendered = new ArrayList<>();

    /** Replaces each formula by a mark. */
    String takeOut(String markdown) {
        Matcher matcher = FORMULA.matcher(markdown);
        return matcher.replaceAll(match -> {
            if (match.group(2) == null && match.group(3) == null) {
                return Matcher.quoteReplacement(match.group());
            }
            rendered.add(
                    match.group(2) == null ? element("math", match.group(3)) : element("math display", match.group(2)));
            return "\uE000" + (rendered.size() - 1) + "\uE001";
        });
    }

    /** Replaces each mark by its formula. */
    String putBack(String html) {
        return PLACE.matcher(html)
                .replaceAll(match -> Matcher.quoteReplacement(rendered.get(Integer.parseInt(match.group(1)))));
    }

    private static String element(String style, String tex) {
        String escaped = tex.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<span class=\"" + style + "\">" + escaped + "</span>";
    }
}
