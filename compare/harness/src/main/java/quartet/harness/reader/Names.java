package quartet.harness.reader;

import com.github.javaparser.Position;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Resolves the names of a file: types, methods and declarations, with the qualified names of the types. */
final class Names {
    private final JavaSource source;
    private final Function<String, Boolean> isOwnClass;
    private final Map<String, String> imported = new HashMap<>();
    private final Map<Position, Name> names = new HashMap<>();

    /**
     * A name at one place.
     *
     * @param style one letter for type, method, declaration or annotation
     * @param type the qualified name of the documented class; empty if unknown
     */
    record Name(String style, String type) {}

    /**
     * Reads the names of a file.
     *
     * @param isOwnClass whether the project has a class of this qualified name
     */
    Names(JavaSource source, Function<String, Boolean> isOwnClass) {
        this.source = source;
        this.isOwnClass = isOwnClass;
        for (ImportDeclaration declaration : source.unit().getImports()) {
            if (!declaration.isAsterisk() && !declaration.isStatic()) {
                imported.put(declaration.getName().getIdentifier(), declaration.getNameAsString());
            }
        }
        source.unit().walk(this::read);
    }

    /** Returns the name that begins at a position; empty for a variable. */
    Optional<Name> at(Position position) {
        return Optional.ofNullable(names.get(position));
    }

    private void read(Node node) {
        if (node instanceof ClassOrInterfaceType type) {
            put(type.getName(), "t", type(type));
        } else if (node instanceof MethodCallExpr call) {
            put(call.getName(), "m", call.getScope().map(this::type).orElse(""));
        } else if (node instanceof AnnotationExpr annotation) {
            put(annotation, "a", "");
            put(annotation.getName(), "a", "");
        } else if (node instanceof CallableDeclaration<?> || node instanceof TypeDeclaration<?>) {
            put(((NodeWithSimpleName<?>) node).getName(), "d", "");
        } else if (node instanceof NameExpr name && !typeOfStaticScope(name).isEmpty()) {
            put(name, "t", typeOfStaticScope(name));
        } else if (node instanceof FieldAccessExpr field && isTypeName(field.getNameAsString())) {
            put(field.getName(), "t", type(field));
        }
    }

    private void put(Node node, String style, String type) {
        names.putIfAbsent(JavaSource.range(node).begin, new Name(style, type));
    }

    private String type(ClassOrInterfaceType type) {
        String outer = type.getScope().map(this::type).orElse("");
        return outer.isEmpty() ? qualified(type.getNameAsString()) : outer + "." + type.getNameAsString();
    }

    /**
     * Returns the type of an expression if the file determines it: that of a class name, or of a variable declared in
     * this file.
     */
    private String type(Expression expression) {
        if (expression instanceof NameExpr name) {
            String scope = typeOfStaticScope(name);
            return scope.isEmpty() ? typeOfVariable(name) : scope;
        }
        if (expression instanceof FieldAccessExpr field && isTypeName(field.getNameAsString())) {
            String outer = type(field.getScope());
            return outer.isEmpty() ? "" : outer + "." + field.getNameAsString();
        }
        return expression instanceof ObjectCreationExpr creation ? type(creation.getType()) : "";
    }

    private String typeOfStaticScope(NameExpr name) {
        return isTypeName(name.getNameAsString()) ? qualified(name.getNameAsString()) : "";
    }

    /**
     * Returns the type of a variable. The search proceeds outwards from the name, so the innermost declaration is
     * used.
     */
    private String typeOfVariable(NameExpr name) {
        for (Node scope = name; scope != null; scope = scope.getParentNode().orElse(null)) {
            Optional<String> declared =
                    Variables.type(scope, name.getNameAsString()).map(this::type);
            if (declared.isPresent()) {
                return declared.get();
            }
        }
        return "";
    }

    /**
     * Returns whether a name is that of a type: it starts with a capital letter, but is not all capitals like a
     * constant.
     */
    private static boolean isTypeName(String name) {
        return Character.isUpperCase(name.charAt(0)) && name.chars().anyMatch(Character::isLowerCase);
    }

    /** Returns the qualified name; empty if the name is neither imported nor in the same package. */
    private String qualified(String name) {
        String sibling = source.unit()
                        .getPackageDeclaration()
                        .map(p -> p.getNameAsString() + ".")
                        .orElse("")
                + name;
        String known = imported.getOrDefault(name, "");
        return known.isEmpty() && isOwnClass.apply(sibling) ? sibling : known;
    }
}
