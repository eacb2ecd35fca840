package quartet.harness.reader;

import com.github.javaparser.JavaToken;
import com.github.javaparser.JavaToken.Category;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The unit of comparison: a simple statement, a field, or the head of a declaration, loop, condition or try statement.
 *
 * @param first its first line
 * @param last its last line
 * @param text its tokens
 * @param shape its tokens with every name replaced by the number of its first occurrence
 */
record Phrase(int first, int last, String text, String shape) {

    /** Returns the phrases of a passage, in order. */
    static List<Phrase> of(Passage passage) {
        List<Range> ranges = new ArrayList<>();
        collect(passage.source().type(), ranges);
        return ranges.stream()
                .filter(range -> passage.contains(range.begin.line) && passage.contains(range.end.line))
                .sorted(Comparator.comparing(range -> range.begin))
                .map(range -> phrase(passage.source(), range))
                .toList();
    }

    private static void collect(Node node, List<Range> ranges) {
        Range range = JavaSource.range(node);
        Optional<Position> body = body(node);
        if (body.isPresent()) {
            ranges.add(new Range(range.begin, body.get()));
            node.getChildNodes().forEach(child -> collectStructure(child, ranges));
        } else if (node instanceof BlockStmt) {
            node.getChildNodes().forEach(child -> collectStructure(child, ranges));
        } else {
            ranges.add(range);
        }
    }

    private static void collectStructure(Node child, List<Range> ranges) {
        if (child instanceof Statement
                || child instanceof CallableDeclaration<?>
                || child instanceof TypeDeclaration<?>
                || child instanceof FieldDeclaration) {
            collect(child, ranges);
        }
    }

    /** Returns the position at which the body of a compound node begins; empty for a simple node. */
    private static Optional<Position> body(Node node) {
        if (node instanceof TypeDeclaration<?> type) {
            return Optional.of(JavaSource.range(type.getName()).end);
        }
        if (node instanceof CallableDeclaration<?> callable) {
            return callable.getChildNodes().stream()
                    .filter(BlockStmt.class::isInstance)
                    .map(block -> JavaSource.range(block).begin)
                    .findFirst();
        }
        if (node instanceof TryStmt attempt) {
            return Optional.of(JavaSource.range(attempt.getTryBlock()).begin);
        }
        if (node instanceof IfStmt condition) {
            return Optional.of(JavaSource.range(condition.getThenStmt()).begin);
        }
        return node instanceof NodeWithBody<?> loop
                ? Optional.of(JavaSource.range(loop.getBody()).begin)
                : Optional.empty();
    }

    private static Phrase phrase(JavaSource source, Range range) {
        Map<String, Integer> names = new HashMap<>();
        StringBuilder text = new StringBuilder();
        StringBuilder shape = new StringBuilder();
        for (JavaToken token : source.tokens()) {
            Range place = token.getRange().orElse(range);
            if (!range.contains(place)
                    || token.getCategory().isWhitespaceOrComment()
                    || token.getText().equals("{")) {
                continue;
            }
            text.append(token.getText()).append(' ');
            if (token.getCategory() == Category.IDENTIFIER) {
                shape.append(names.computeIfAbsent(token.getText(), name -> names.size()));
            } else {
                shape.append(token.getText());
            }
            shape.append(' ');
        }
        return new Phrase(range.begin.line, range.end.line, text.toString(), shape.toString());
    }
}
