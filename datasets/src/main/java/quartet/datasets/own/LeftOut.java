package quartet.datasets.own;

import java.util.ArrayList;
import java.util.List;

/** Collects omitted rows or files: counts all, and names the first ones. */
final class LeftOut {
    private static final int NAMED = 5;

    private final List<String> named = new ArrayList<>();
    private long count;

    void add(String problem) {
        count++;
        if (named.size() < NAMED) {
            named.add(problem);
        }
    }

    long count() {
        return count;
    }

    /** Returns the first problem; empty if there is none. */
    String first() {
        return named.isEmpty() ? "" : named.get(0);
    }

    /** Returns the first problems, each in one line, and a line with the number of the others. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        named.forEach(problem -> lines.add("left out: " + problem));
        if (count > named.size()) {
            lines.add("left out: " + (count - named.size()) + " more");
        }
        return lines;
    }
}
