package quartet.harness.reader;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithParameters;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds declarations of variables. */
final class Variables {
    private Variables() {}

    /** Returns the class type of the variable of this name that the node itself declares; empty if there is none. */
    static Optional<ClassOrInterfaceType> type(Node scope, String name) {
        Stream<Node> declarations = declarations(scope);
        return declarations
                .filter(declaration -> declares(declaration, name))
                .map(declaration -> declaration instanceof Parameter parameter
                        ? parameter.getType()
                        : ((VariableDeclarator) declaration).getType())
                .filter(ClassOrInterfaceType.class::isInstance)
                .map(ClassOrInterfaceType.class::cast)
                .findFirst();
    }

    private static boolean declares(Node declaration, String name) {
        return declaration instanceof Parameter parameter
                ? parameter.getNameAsString().equals(name)
                : ((VariableDeclarator) declaration).getNameAsString().equals(name);
    }

    private static Stream<Node> declarations(Node scope) {
        if (scope instanceof BlockStmt block) {
            return block.getStatements().stream()
                    .filter(ExpressionStmt.class::isInstance)
                    .flatMap(statement -> variables(((ExpressionStmt) statement).getExpression()));
        }
        if (scope instanceof TryStmt attempt) {
            return attempt.getResources().stream().flatMap(Variables::variables);
        }
        if (scope instanceof ForEachStmt loop) {
            return variables(loop.getVariable());
        }
        if (scope instanceof TypeDeclaration<?> type) {
            Stream<Node> fields = type.getFields().stream()
                    .map(FieldDeclaration::getVariables)
                    .flatMap(list -> list.stream());
            return type instanceof NodeWithParameters<?> components
                    ? Stream.concat(fields, components.getParameters().stream())
                    : fields;
        }
        return scope instanceof NodeWithParameters<?> callable
                ? callable.getParameters().stream().map(parameter -> (Node) parameter)
                : Stream.empty();
    }

    private static Stream<Node> variables(Node expression) {
        return expression instanceof VariableDeclarationExpr declaration
                ? declaration.getVariables().stream().map(variable -> (Node) variable)
                : Stream.empty();
    }
}
