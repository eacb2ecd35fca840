package quartet.harness.reader;

import com.github.javaparser.JavaToken;
import com.github.javaparser.JavaToken.Category;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Converts the lines of a file to HTML. Each kind of token has its own element class, and names of classes are links.
 */
final class Highlighter {
    private final List<StringBuilder> lines = new ArrayList<>();

    /**
     * Highlights a file.
     *
     * @param names the meanings of the file's names
     * @param links the address of the documentation of a class; empty if there is none
     */
    Highlighter(JavaSource source, Names names, Function<String, Optional<String>> links) {
        for (JavaToken token : source.tokens()) {
            Range range = token.getRange().orElse(Range.range(1, 1, 1, 1));
            if (token.getCategory() == Category.EOL) {
                line(range.begin.line);
            } else {
                append(token, range.begin, names, links);
            }
        }
    }

    /** Returns the HTML of a line without its indentation; the first line is 1. */
    String html(int number) {
        String html = number <= lines.size() ? lines.get(number - 1).toString() : "";
        return html.stripLeading().replace("(<wbr>)", "()");
    }

    private StringBuilder line(int number) {
        while (lines.size() < number) {
            lines.add(new StringBuilder());
        }
        return lines.get(number - 1);
    }

    private void append(JavaToken token, Position begin, Names names, Function<String, Optional<String>> links) {
        List<String> parts = token.getText().lines().toList();
        for (int i = 0; i < parts.size(); i++) {
            String text = escape(i == 0 ? parts.get(i) : parts.get(i).stripLeading());
            line(begin.line + i).append(marked(token, text, begin, names, links));
        }
    }

    private static String marked(
            JavaToken token, String text, Position begin, Names names, Function<String, Optional<String>> links) {
        return switch (token.getCategory()) {
            case COMMENT -> element("c", text);
            case KEYWORD -> element("k", text);
            case LITERAL -> element(literal(token.getText()), text);
            case IDENTIFIER ->
                names.at(begin)
                        .map(name -> links.apply(name.type())
                                .map(address -> "<a class=\"" + name.style() + "\" href=\"" + escape(address) + "\">"
                                        + text + "</a>")
                                .orElse(element(name.style(), text)))
                        .orElse(text);
            case WHITESPACE_NO_EOL, EOL, SEPARATOR, OPERATOR -> breakable(text);
        };
    }

    /** Inserts break opportunities for long lines, before dots and after opening parentheses. */
    private static String breakable(String text) {
        return switch (text) {
            case "." -> "<wbr>.";
            case "(" -> "(<wbr>";
            default -> text;
        };
    }

    private static String element(String style, String text) {
        return "<span class=\"" + style + "\">" + text + "</span>";
    }

    private static String literal(String text) {
        char first = text.charAt(0);
        if (first == '"' || first == '\'') {
            return "s";
        }
        return Character.isDigit(first) || first == '.' ? "n" : "k";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
