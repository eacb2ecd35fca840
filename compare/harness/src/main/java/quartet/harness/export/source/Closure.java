package quartet.harness.export.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The part of a program that some of its types use: the used types, reduced to their used members.
 *
 * <p>A member is kept if a kept member refers to it. A method is also kept if its class is kept and it overrides a
 * method that is kept or belongs to a library. An interface is kept only if something other than an {@code implements}
 * clause refers to it; otherwise the classes no longer implement it.
 */
final class Closure {
    private final Program program;
    private final Overriding overriding;
    private final Map<Element, TreePath> members = new LinkedHashMap<>();
    private final Set<Element> kept = new HashSet<>();
    private final Deque<Element> pending = new ArrayDeque<>();

    private Closure(Program program) {
        this.program = program;
        overriding = new Overriding(program.elements());
        for (CompilationUnitTree unit : program.units()) {
            for (Tree type : unit.getTypeDecls()) {
                register(new TreePath(new TreePath(unit), type));
            }
        }
    }

    /**
     * Computes the closure of whole types.
     *
     * @param roots selects the full names of the top-level types that are kept whole
     */
    static Closure of(Program program, Predicate<String> roots) {
        Closure closure = new Closure(program);
        for (Element element : closure.members.keySet()) {
            if (roots.test(topLevelName(element))) {
                closure.keep(element);
            }
        }
        closure.complete();
        return closure;
    }

    /** Returns whether a type or a member is used. */
    boolean contains(Element element) {
        return kept.contains(element);
    }

    /** Returns whether a method overrides a method that is kept or belongs to a library. */
    boolean overrides(ExecutableElement method) {
        return overriding.overridden(method).stream().anyMatch(this::remains);
    }

    /** Returns whether a type is used or belongs to a library. */
    boolean remains(Element element) {
        return kept.contains(element) || !members.containsKey(element);
    }

    private void register(TreePath path) {
        Element element = program.trees().getElement(path);
        if (element != null) {
            members.put(element, path);
        }
        if (path.getLeaf() instanceof ClassTree type) {
            for (Tree member : type.getMembers()) {
                register(new TreePath(path, member));
            }
        }
    }

    /** Returns the full name of the top-level type that contains an element. */
    private static String topLevelName(Element element) {
        Element owner = element.getEnclosingElement();
        return owner instanceof TypeElement
                ? topLevelName(owner)
                : ((TypeElement) element).getQualifiedName().toString();
    }

    /** Follows references, then overriding methods, until nothing is added. */
    private void complete() {
        while (!pending.isEmpty()) {
            while (!pending.isEmpty()) {
                follow(pending.pop());
            }
            for (TypeElement type : ElementFilter.typesIn(new ArrayList<>(kept))) {
                keepOverriding(type);
            }
        }
    }

    private void keep(Element element) {
        if (members.containsKey(element) && kept.add(element)) {
            pending.push(element);
            if (element.getEnclosingElement() instanceof TypeElement owner) {
                keep(owner);
            }
        }
    }

    private void keepAll(TreePath path) {
        References.in(path, program, overriding).forEach(this::keep);
    }

    private void follow(Element element) {
        TreePath path = path(element);
        if (element instanceof TypeElement type && path.getLeaf() instanceof ClassTree tree) {
            followType(type, tree, path);
        } else {
            keepAll(path);
        }
    }

    private void followType(TypeElement type, ClassTree tree, TreePath path) {
        keepAll(new TreePath(path, tree.getModifiers()));
        tree.getTypeParameters().forEach(parameter -> keepAll(new TreePath(path, parameter)));
        if (tree.getExtendsClause() != null) {
            keepAll(new TreePath(path, tree.getExtendsClause()));
        }
        for (Tree member : tree.getMembers()) {
            if (member instanceof BlockTree) {
                keepAll(new TreePath(path, member));
            }
        }
        for (Element member : type.getEnclosedElements()) {
            if (belongsToType(type, member)) {
                keep(member);
            }
        }
    }

    /** Returns whether a type needs a member even if nothing refers to the member. */
    private boolean belongsToType(TypeElement type, Element member) {
        boolean record = type.getKind() == ElementKind.RECORD;
        return switch (member.getKind()) {
            case ENUM_CONSTANT -> true;
            case FIELD -> record && !member.getModifiers().contains(Modifier.STATIC);
            case CONSTRUCTOR ->
                record
                        || type.getKind() == ElementKind.ENUM
                        || (member.getModifiers().contains(Modifier.PRIVATE)
                                && ((ExecutableElement) member).getParameters().isEmpty());
            case METHOD -> isOnlyAbstractMethod(type, member);
            default -> false;
        };
    }

    /** Returns whether a method is the only abstract one of its interface. Lambda expressions need it. */
    private static boolean isOnlyAbstractMethod(TypeElement type, Element method) {
        List<ExecutableElement> abstracts = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getModifiers().contains(Modifier.ABSTRACT))
                .toList();
        return type.getKind() == ElementKind.INTERFACE && abstracts.size() == 1 && abstracts.contains(method);
    }

    private void keepOverriding(TypeElement type) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (overriding.overridden(method).stream().anyMatch(base -> !members.containsKey(base))) {
                keep(method);
            }
        }
        for (TypeElement supertype : overriding.supertypes(type)) {
            for (ExecutableElement base : ElementFilter.methodsIn(supertype.getEnclosedElements())) {
                if (kept.contains(base)) {
                    overriding.implementations(type, base).forEach(this::keep);
                }
            }
        }
    }

    private TreePath path(Element element) {
        TreePath path = members.get(element);
        if (path == null) {
            throw new IllegalStateException(element + " is not in the sources");
        }
        return path;
    }
}
