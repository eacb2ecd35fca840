package quartet.harness.report;

/** Escapes text of unknown origin, so that Markdown displays exactly this text. */
final class Markdown {
    private Markdown() {}

    /** Escapes HTML, and the characters that start links, images, code and emphasis or separate cells. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '|', '[', ']', '`', '*', '\\' -> escaped.append('\\').appendCodePoint(c);
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
