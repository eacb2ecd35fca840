package quartet.harness.reader;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds statements within a method that have a role of their own. */
final class Quotations {
    private static final String DATASETS = "Datasets";

    private Quotations() {}

    /** Returns the declarations at the start of {@code main} that load the data or depend on it. */
    static List<Passage> data(JavaSource source, BodyDeclaration<?> member) {
        List<Passage> quotes = new ArrayList<>();
        if (member instanceof MethodDeclaration method && method.getBody().isPresent()) {
            Set<String> made = new HashSet<>(Set.of(DATASETS));
            for (Statement statement : method.getBody().get().getStatements()) {
                List<VariableDeclarator> variables =
                        statement.isExpressionStmt() ? statement.findAll(VariableDeclarator.class) : List.of();
                if (variables.stream().anyMatch(variable -> mentionsAny(variable, made))) {
                    variables.forEach(variable -> made.add(variable.getNameAsString()));
                    quotes.add(quote(source, statement, method));
                }
            }
        }
        return quotes;
    }

    /** Returns the statements that convert a parameter of type Examples or Batch to the framework's form. */
    static List<Passage> batches(JavaSource source, BodyDeclaration<?> member) {
        List<Passage> quotes = new ArrayList<>();
        if (member instanceof MethodDeclaration method) {
            for (Parameter parameter : method.getParameters()) {
                String type = parameter.getTypeAsString();
                if (type.equals("Examples") || type.equals("Batch")) {
                    simpleStatements(method)
                            .filter(statement -> passes(statement, parameter.getNameAsString(), type.equals("Batch")))
                            .forEach(statement -> quotes.add(quote(source, statement, method)));
                }
            }
        }
        return quotes;
    }

    /** Returns the statements that name a loss and contain a call. */
    static List<Passage> loss(JavaSource source, BodyDeclaration<?> member) {
        List<Passage> quotes = new ArrayList<>();
        if (member instanceof CallableDeclaration<?> callable) {
            simpleStatements(callable)
                    .filter(statement -> head(statement).stream().anyMatch(Quotations::callsLoss))
                    .forEach(statement -> quotes.add(quote(source, statement, callable)));
        }
        return quotes;
    }

    private static boolean callsLoss(Node node) {
        boolean calls = node.findFirst(MethodCallExpr.class).isPresent()
                || node.findFirst(ObjectCreationExpr.class).isPresent();
        return calls
                && node.findFirst(SimpleName.class, name -> Role.namesLoss(name.getIdentifier()))
                        .isPresent();
    }

    /**
     * Returns whether an argument of a call is the parameter or one of its properties, such as {@code
     * batch.features()}.
     */
    private static boolean passes(Statement statement, String parameter, boolean property) {
        return head(statement).stream()
                .flatMap(node -> Stream.concat(
                        node.findAll(MethodCallExpr.class).stream(), node.findAll(ObjectCreationExpr.class).stream()))
                .flatMap(call -> ((NodeWithArguments<?>) call).getArguments().stream())
                .anyMatch(argument -> property ? isProperty(argument, parameter) : isName(argument, parameter));
    }

    private static boolean isName(Expression expression, String name) {
        return expression instanceof NameExpr simple && simple.getNameAsString().equals(name);
    }

    private static boolean isProperty(Expression expression, String name) {
        return expression instanceof MethodCallExpr call
                && call.getScope().filter(scope -> isName(scope, name)).isPresent();
    }

    private static boolean mentionsAny(Node node, Set<String> names) {
        return node.findFirst(SimpleName.class, name -> names.contains(name.getIdentifier()))
                .isPresent();
    }

    /** Returns the statements that contain no other statement, and the heads of loops over a collection. */
    private static Stream<Statement> simpleStatements(Node method) {
        return method.findAll(Statement.class).stream()
                .filter(statement -> statement instanceof ForEachStmt
                        || statement.findAll(Statement.class).size() == 1);
    }

    /** Returns the parts of a statement that run once; for a loop, the collection. */
    private static List<Node> head(Statement statement) {
        return statement instanceof ForEachStmt loop ? List.of(loop.getIterable()) : List.of(statement);
    }

    private static Passage quote(JavaSource source, Statement statement, CallableDeclaration<?> method) {
        int last = statement instanceof ForEachStmt loop
                ? JavaSource.range(loop.getBody()).begin.line
                : JavaSource.lastLine(statement);
        return new Passage(source, JavaSource.range(statement).begin.line, last, method.getNameAsString());
    }
}
