package quartet.harness.export.source;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Collects the elements that a piece of code refers to: types, methods, constructors and fields. */
final class References extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Program program;
    private final Overriding overriding;
    private final Set<Element> found = new LinkedHashSet<>();

    private References(Program program, Overriding overriding) {
        this.program = program;
        this.overriding = overriding;
    }

    /** Returns the elements that a tree, including its subtrees, refers to. */
    static Set<Element> in(TreePath tree, Program program, Overriding overriding) {
        References references = new References(program, overriding);
        references.scan(tree, null);
        return references.found;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        addCurrent();
        return super.visitIdentifier(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        addCurrent();
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        addCurrent();
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        addCurrent();
        return super.visitNewClass(tree, null);
    }

    /** Adds the methods close(), whose calls the compiler generates. */
    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
        for (Tree resource : tree.getResources()) {
            if (program.trees().getTypeMirror(new TreePath(getCurrentPath(), resource)) instanceof DeclaredType type) {
                ElementFilter.methodsIn(program.elements().getAllMembers((TypeElement) type.asElement())).stream()
                        .filter(method -> method.getSimpleName().contentEquals("close")
                                && method.getParameters().isEmpty())
                        .forEach(found::add);
            }
        }
        return super.visitTry(tree, null);
    }

    /**
     * Adds the methods that a method of a local class overrides, because methods of local classes are never removed.
     */
    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        Element owner = program.trees().getElement(getCurrentPath().getParentPath());
        if (owner instanceof TypeElement type
                && (type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS)
                && program.trees().getElement(getCurrentPath()) instanceof ExecutableElement method) {
            found.addAll(overriding.overridden(method));
        }
        return super.visitMethod(tree, null);
    }

    private void addCurrent() {
        Element element = program.trees().getElement(getCurrentPath());
        if (element != null) {
            found.add(element);
        }
    }
}
