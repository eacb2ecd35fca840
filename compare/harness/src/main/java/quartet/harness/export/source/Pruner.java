package quartet.harness.export.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Removes the types and members outside a {@link Closure} from the text of a file, including their documentation. */
final class Pruner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Program program;
    private final Closure closure;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String text;
    private final TextEdits edits;

    private Pruner(Program program, Closure closure, CompilationUnitTree unit) {
        this.program = program;
        this.closure = closure;
        this.unit = unit;
        text = text(unit);
        positions = program.trees().getSourcePositions();
        edits = new TextEdits(text);
    }

    /** Returns the text of a file whose top-level type is in the closure, reduced to the closure. */
    static String prune(Program program, Closure closure, CompilationUnitTree unit) {
        Pruner pruner = new Pruner(program, closure, unit);
        pruner.scan(unit, null);
        return withoutGaps(pruner.edits.apply());
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        if (program.trees().getElement(getCurrentPath()) instanceof TypeElement type && closure.contains(type)) {
            reduceClause("implements", tree.getImplementsClause());
            reduceClause("extends", type.getKind().isInterface() ? tree.getImplementsClause() : List.of());
            reduceClause("permits", tree.getPermitsClause());
            for (Tree member : tree.getMembers()) {
                removeUnlessKept(member);
            }
        }
        return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        if (program.trees().getElement(getCurrentPath()) instanceof ExecutableElement method
                && !closure.overrides(method)) {
            for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
                if (annotation.getAnnotationType().toString().endsWith("Override")) {
                    int start = start(annotation);
                    edits.remove(start, afterWhitespace(end(annotation)));
                }
            }
        }
        return super.visitMethod(tree, null);
    }

    private static String text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeUnlessKept(Tree member) {
        Element element = program.trees().getElement(new TreePath(getCurrentPath(), member));
        boolean declaration =
                member instanceof ClassTree || member instanceof MethodTree || member instanceof VariableTree;
        // The compiler adds members that are not in the text, such as default constructors.
        if (declaration && element != null && !closure.contains(element) && end(member) > start(member)) {
            edits.remove(startOfComments(start(member)), afterLineBreak(end(member)));
        }
    }

    /** Removes the types that are not kept from a clause, and the whole clause if no type remains. */
    private void reduceClause(String keyword, List<? extends Tree> types) {
        List<String> remaining = new ArrayList<>();
        for (Tree type : types) {
            Element element = element(type);
            if (element == null || closure.remains(element)) {
                remaining.add(text.substring(start(type), end(type)));
            }
        }
        if (remaining.size() < types.size()) {
            int first = start(types.get(0));
            int start = text.lastIndexOf(keyword, first);
            int end = end(types.get(types.size() - 1));
            if (start < 0 || !text.substring(start + keyword.length(), first).isBlank()) {
                return;
            }
            if (remaining.isEmpty()) {
                edits.remove(beforeWhitespace(start), end);
            } else {
                edits.replace(start, end, keyword + " " + String.join(", ", remaining));
            }
        }
    }

    private @Nullable Element element(Tree type) {
        Tree raw = type instanceof com.sun.source.tree.ParameterizedTypeTree parameterized
                ? parameterized.getType()
                : type;
        return program.trees().getElement(new TreePath(getCurrentPath(), raw));
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        long end = positions.getEndPosition(unit, tree);
        return end == Diagnostic.NOPOS ? -1 : (int) end;
    }

    /** Returns the position at which the comments and the indentation before a member begin. */
    private int startOfComments(int start) {
        int at = beforeWhitespace(start);
        while (true) {
            int line = text.lastIndexOf('\n', at - 1) + 1;
            if (text.startsWith("*/", at - 2)) {
                at = beforeWhitespace(text.lastIndexOf("/*", at));
            } else if (text.substring(line, at).stripLeading().startsWith("//")) {
                at = beforeWhitespace(line);
            } else {
                return Math.min(start, text.indexOf('\n', at) < 0 ? start : text.indexOf('\n', at) + 1);
            }
        }
    }

    private int beforeWhitespace(int position) {
        int at = position;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int afterWhitespace(int position) {
        int at = position;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the position after the line break, beyond a comment at the end of the line. */
    private int afterLineBreak(int position) {
        int end = text.indexOf('\n', position);
        String rest = end < 0 ? "" : text.substring(position, end).strip();
        return rest.isEmpty() || rest.startsWith("//") ? end + 1 : position;
    }

    /** Removes repeated blank lines, and blank lines at the start or end of a block. */
    private static String withoutGaps(String text) {
        return text.replaceAll("\\n[ \\t]*\\n(?:[ \\t]*\\n)+", "\n\n")
                .replaceAll("\\{\\n\\n+", "{\n")
                .replaceAll("\\n\\n+([ ]*\\}\\n)", "\n$1");
    }
}
