package quartet.harness.reader;

import com.github.javaparser.JavaToken;
import com.github.javaparser.JavaToken.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Consecutive lines of a file.
 *
 * @param source the file
 * @param first the first line, counted from 1
 * @param last the last line
 * @param origin the method from which the lines are quoted; empty if they are not quoted
 */
record Passage(JavaSource source, int first, int last, String origin) {

    boolean contains(int line) {
        return first <= line && line <= last;
    }

    /** Returns the number of lines that contain code. */
    int linesOfCode() {
        return (int) source.tokens().stream()
                .filter(token -> token.getCategory() != Category.COMMENT)
                .filter(token -> !token.getCategory().isWhitespace())
                .flatMap(token -> token.getRange().stream())
                .flatMapToInt(range -> IntStream.rangeClosed(range.begin.line, range.end.line))
                .filter(this::contains)
                .distinct()
                .count();
    }

    /** Returns the passages in the order of their lines. Passages that are separated only by blank lines are joined. */
    static List<Passage> joined(List<Passage> passages) {
        List<Passage> joined = new ArrayList<>();
        passages.stream().sorted(Comparator.comparingInt(Passage::first)).forEach(next -> {
            Passage before = joined.isEmpty() ? next : joined.get(joined.size() - 1);
            if (!joined.isEmpty() && before.origin().equals(next.origin()) && before.reaches(next)) {
                joined.set(
                        joined.size() - 1,
                        new Passage(before.source, before.first, Math.max(before.last, next.last), before.origin));
            } else {
                joined.add(next);
            }
        });
        return joined;
    }

    private boolean reaches(Passage next) {
        return source.tokens().stream()
                .filter(token -> !token.getCategory().isWhitespace())
                .map(JavaToken::getRange)
                .flatMap(Optional::stream)
                .noneMatch(range -> range.begin.line > last && range.begin.line < next.first);
    }
}
