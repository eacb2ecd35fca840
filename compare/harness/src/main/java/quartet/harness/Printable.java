package quartet.harness;

import java.util.List;

/** Makes text of unknown origin safe for a terminal, a log or a table. */
public final class Printable {
    private static final int MAXIMUM = 500;

    private Printable() {}

    /**
     * Returns one line of at most 500 characters. Control characters, line breaks and invisible format characters
     * (such as those that change the direction of writing) become question marks, because a terminal would interpret
     * them.
     */
    public static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(MAXIMUM + 1).forEach(c -> {
            if (line.length() >= MAXIMUM) {
                line.setLength(MAXIMUM - 3);
                line.append("...");
            } else {
                line.appendCodePoint(c == '\t' ? ' ' : hidden(c) ? '?' : c);
            }
        });
        return line.toString();
    }

    /** Returns each text as one line. */
    public static List<String> lines(List<String> texts) {
        return texts.stream().map(Printable::line).toList();
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
