package quartet.harness.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import quartet.harness.reader.View.Block;
import quartet.harness.reader.View.Line;

/** Renders passages of one engine: lines of highlighted code, marked with the differences from the other engines. */
final class CodeBlocks {
    private final Checkout checkout;
    private final LibraryDocs library;
    private final Map<Path, Drawn> drawn = new HashMap<>();

    private record Drawn(List<String> lines, Highlighter highlighter) {}

    CodeBlocks(Checkout checkout, LibraryDocs library) {
        this.checkout = checkout;
        this.library = library;
    }

    /**
     * Renders the passages of one role.
     *
     * @param differences for each column, the differences of all phrases from that column; empty for the engine's own
     *     column
     */
    List<Block> draw(List<Passage> passages, List<List<Difference>> differences) {
        List<Block> blocks = new ArrayList<>();
        int phrase = 0;
        for (Passage passage : passages) {
            List<Phrase> phrases = Phrase.of(passage);
            int offset = phrase;
            blocks.add(new Block(
                    caption(passage),
                    checkout.link(passage.source().file()),
                    lines(passage, line -> codes(phrases, offset, line, differences))));
            phrase += phrases.size();
        }
        return blocks;
    }

    private static String caption(Passage passage) {
        String lines = passage.first() == passage.last()
                ? "line " + passage.first()
                : "lines " + passage.first() + " to " + passage.last();
        String file = passage.source().file().getFileName() + ", " + lines;
        return passage.origin().isEmpty() ? file : passage.origin() + "(), " + lines;
    }

    private List<Line> lines(Passage passage, Function<Integer, String> codes) {
        Drawn file = drawn.computeIfAbsent(passage.source().file(), path -> read(passage.source()));
        List<String> texts = file.lines().subList(passage.first() - 1, passage.last());
        int margin = texts.stream()
                .filter(text -> !text.isBlank())
                .mapToInt(CodeBlocks::indentation)
                .min()
                .orElse(0);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int number = passage.first() + i;
            String spaces = " ".repeat(Math.max(0, indentation(texts.get(i)) - margin));
            lines.add(new Line(spaces, file.highlighter().html(number), codes.apply(number)));
        }
        return lines;
    }

    private static int indentation(String text) {
        return text.length() - text.stripLeading().length();
    }

    private Drawn read(JavaSource source) {
        try {
            Names names = new Names(source, type -> checkout.find(type).isPresent());
            return new Drawn(Files.readAllLines(source.file()), new Highlighter(source, names, this::documentation));
        } catch (IOException e) {
            throw new UncheckedIOException(source.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the address of a type's documentation: the source file of a class of the project, or the Javadoc of a
     * class of a library.
     */
    private Optional<String> documentation(String type) {
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return checkout.find(type).map(checkout::link).or(() -> library.address(type));
    }

    /** Returns the difference codes of a line's phrase; empty if the line belongs to no phrase. */
    private static String codes(List<Phrase> phrases, int offset, int line, List<List<Difference>> differences) {
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            if (phrase.first() <= line && line <= phrase.last()) {
                StringBuilder codes = new StringBuilder();
                for (List<Difference> column : differences) {
                    codes.append(
                            column.isEmpty()
                                    ? Difference.NONE.code()
                                    : column.get(offset + i).code());
                }
                return codes.toString();
            }
        }
        return "";
    }
}
