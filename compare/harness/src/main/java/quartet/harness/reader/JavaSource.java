package quartet.harness.reader;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quartet.harness.UsageException;

/**
 * A parsed Java file.
 *
 * @param file its path
 * @param unit its syntax tree
 * @param type the top-level class
 * @param tokens all tokens, in order
 */
record JavaSource(Path file, CompilationUnit unit, TypeDeclaration<?> type, List<JavaToken> tokens) {
    JavaSource {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads a file.
     *
     * @throws UsageException if it cannot be read, or is not Java 17
     */
    static JavaSource read(Path file) {
        ParserConfiguration java17 = new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17);
        try {
            ParseResult<CompilationUnit> result = new JavaParser(java17).parse(file);
            if (!result.isSuccessful() || result.getResult().isEmpty()) {
                throw new UsageException(
                        file + " is not Java 17: " + result.getProblem(0).getVerboseMessage());
            }
            CompilationUnit unit = result.getResult().get();
            if (unit.getTypes().isEmpty()) {
                throw new UsageException(file + " declares no class");
            }
            List<JavaToken> tokens = new ArrayList<>();
            unit.getTokenRange().ifPresent(range -> range.forEach(tokens::add));
            return new JavaSource(file, unit, unit.getType(0), tokens);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Returns the simple name of the class. */
    String name() {
        return type.getNameAsString();
    }

    /** Returns the first line of a node, including its comment. */
    static int firstLine(Node node) {
        int line = range(node).begin.line;
        return node.getComment()
                .map(Comment::getRange)
                .flatMap(range -> range)
                .map(range -> range.begin.line)
                .map(begin -> Math.min(begin, line))
                .orElse(line);
    }

    static int lastLine(Node node) {
        return range(node).end.line;
    }

    /** Returns the range of a node, which the parser always sets. */
    static Range range(Node node) {
        return node.getRange().orElseThrow();
    }

    /** Returns the line with the opening brace of the class. */
    int lineOfBody() {
        Range name = range(type.getName());
        return tokens.stream()
                .filter(token -> token.getText().equals("{"))
                .map(token -> token.getRange().orElseThrow())
                .filter(range -> range.begin.isAfter(name.end))
                .findFirst()
                .orElse(name)
                .begin
                .line;
    }
}
