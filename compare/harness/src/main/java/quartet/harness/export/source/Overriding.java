package quartet.harness.export.source;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the methods that a method overrides or implements. */
final class Overriding {
    private final Elements elements;
    private final Map<TypeElement, Set<TypeElement>> supertypes = new HashMap<>();
    private final Map<ExecutableElement, Set<ExecutableElement>> overridden = new HashMap<>();

    Overriding(Elements elements) {
        this.elements = elements;
    }

    /** Returns all superclasses and interfaces of a type, excluding the type itself. */
    Set<TypeElement> supertypes(TypeElement type) {
        Set<TypeElement> known = supertypes.get(type);
        if (known == null) {
            known = new LinkedHashSet<>();
            collect(type, known);
            supertypes.put(type, known);
        }
        return known;
    }

    /** Returns the methods that a method of a class overrides, in all superclasses and interfaces. */
    Set<ExecutableElement> overridden(ExecutableElement method) {
        Set<ExecutableElement> known = overridden.get(method);
        if (known == null) {
            known = new LinkedHashSet<>();
            if (method.getEnclosingElement() instanceof TypeElement owner) {
                collect(method, owner, known);
            }
            overridden.put(method, known);
        }
        return known;
    }

    /** Returns the methods of a class, including inherited ones, that implement a method of one of its supertypes. */
    List<ExecutableElement> implementations(TypeElement type, ExecutableElement method) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(candidate -> candidate.getSimpleName().equals(method.getSimpleName()))
                .filter(candidate -> elements.overrides(candidate, method, type))
                .toList();
    }

    private void collect(ExecutableElement method, TypeElement owner, Set<ExecutableElement> found) {
        for (TypeElement supertype : supertypes(owner)) {
            for (ExecutableElement candidate : ElementFilter.methodsIn(supertype.getEnclosedElements())) {
                if (elements.overrides(method, candidate, owner)) {
                    found.add(candidate);
                }
            }
        }
    }

    private static void collect(TypeElement type, Set<TypeElement> found) {
        add(type.getSuperclass(), found);
        type.getInterfaces().forEach(parent -> add(parent, found));
    }

    private static void add(TypeMirror type, Set<TypeElement> found) {
        if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && found.add(element)) {
            collect(element, found);
        }
    }
}
