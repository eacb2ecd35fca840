package quartet.harness.export.source;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Replacements of ranges of a text, applied together. A range inside another one is ignored. */
final class TextEdits {
    private final String text;
    private final NavigableMap<Integer, Edit> edits = new TreeMap<>();

    private record Edit(int end, String replacement) {}

    TextEdits(String text) {
        this.text = text;
    }

    /** Replaces the characters from {@code start} (included) to {@code end}. */
    void replace(int start, int end, String replacement) {
        edits.merge(start, new Edit(end, replacement), (one, other) -> one.end() >= other.end() ? one : other);
    }

    void remove(int start, int end) {
        replace(start, end, "");
    }

    String apply() {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (var entry : edits.entrySet()) {
            if (entry.getKey() >= at) {
                result.append(text, at, entry.getKey()).append(entry.getValue().replacement());
                at = entry.getValue().end();
            }
        }
        return result.append(text, at, text.length()).toString();
    }
}
