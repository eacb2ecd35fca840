package quartet.harness.export.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Determines whether the target of a link in documentation is part of a closure. */
final class Links {
    private final Program program;
    private final Closure closure;
    private final List<TypeElement> types = new ArrayList<>();

    Links(Program program, Closure closure) {
        this.program = program;
        this.closure = closure;
        for (CompilationUnitTree unit : program.units()) {
            for (Tree type : unit.getTypeDecls()) {
                if (program.trees().getElement(new TreePath(new TreePath(unit), type)) instanceof TypeElement element) {
                    add(element);
                }
            }
        }
    }

    /**
     * Returns whether the target of a link exists. Types of libraries are assumed to exist.
     *
     * @param place the top-level type whose documentation contains the link
     * @param target such as {@code Layer}, {@code #forward} or {@code Layer#forward(Tensor, boolean)}
     */
    boolean alive(TypeElement place, String target) {
        String typeName = target.contains("#") ? target.substring(0, target.indexOf('#')) : target;
        String member =
                target.contains("#") ? target.substring(target.indexOf('#') + 1).replaceAll("\\(.*", "") : "";
        if (typeName.isEmpty()) {
            return member(place, member);
        }
        List<TypeElement> candidates = types.stream()
                .filter(type -> type.getQualifiedName().toString().equals(typeName)
                        || type.getQualifiedName().toString().endsWith("." + typeName))
                .toList();
        return candidates.isEmpty()
                ? program.elements().getPackageElement(typeName) == null
                : candidates.stream()
                        .anyMatch(type -> closure.contains(type) && (member.isEmpty() || member(type, member)));
    }

    /** Returns whether the type, a nested type or a supertype has a used member of this name. */
    private boolean member(TypeElement type, String name) {
        for (Element element : type.getEnclosedElements()) {
            boolean named = element.getSimpleName().contentEquals(name)
                    || (element.getSimpleName().contentEquals("<init>")
                            && type.getSimpleName().contentEquals(name));
            if (named && closure.remains(element)) {
                return true;
            }
        }
        return ElementFilter.typesIn(type.getEnclosedElements()).stream().anyMatch(nested -> member(nested, name));
    }

    private void add(TypeElement type) {
        types.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
    }
}
