package quartet.harness.reader;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the lines of a class that play each role. The name of a method determines its role. A helper has the role of
 * the first method that mentions it. {@link Quotations} finds the data and the loss, which are statements within
 * methods.
 */
final class RoleFinder {
    private final JavaSource source;
    private final IdentityHashMap<BodyDeclaration<?>, Role> roles = new IdentityHashMap<>();

    private RoleFinder(JavaSource source) {
        this.source = source;
    }

    /** Returns the passages of an example or of an adapter's learner. Missing roles are absent. */
    static Map<Role, List<Passage>> of(JavaSource source) {
        return new RoleFinder(source).find();
    }

    /**
     * Returns the passages of a learner and of its helpers. Each helper class is one passage, in the role of the first
     * member that uses it.
     */
    static Map<Role, List<Passage>> of(JavaSource learner, List<JavaSource> helpers) {
        RoleFinder finder = new RoleFinder(learner);
        Map<Role, List<Passage>> passages = finder.find();
        for (JavaSource helper : helpers) {
            Role role = Role.ofHelper(helper.name())
                    .or(() -> finder.firstToMention(helper.name()))
                    .orElse(Role.CLASS);
            Passage whole =
                    new Passage(helper, JavaSource.firstLine(helper.type()), JavaSource.lastLine(helper.type()), "");
            passages.computeIfAbsent(role, r -> new ArrayList<>()).add(whole);
        }
        return passages;
    }

    private Map<Role, List<Passage>> find() {
        assignRoles();
        Map<Role, List<Passage>> passages = new EnumMap<>(Role.class);
        add(passages, Role.CLASS, new Passage(source, JavaSource.firstLine(source.type()), source.lineOfBody(), ""));
        for (BodyDeclaration<?> member : source.type().getMembers()) {
            add(
                    passages,
                    role(member),
                    new Passage(source, JavaSource.firstLine(member), JavaSource.lastLine(member), ""));
        }
        for (BodyDeclaration<?> member : source.type().getMembers()) {
            Role role = role(member);
            if (role == Role.MAIN) {
                Quotations.data(source, member).forEach(quote -> add(passages, Role.DATA, quote));
            } else if (role == Role.TRAINING_STEP) {
                Quotations.batches(source, member).forEach(quote -> add(passages, Role.DATA, quote));
            }
            if (role == Role.MODEL || role == Role.TRAINING_STEP) {
                Quotations.loss(source, member).forEach(quote -> add(passages, Role.LOSS, quote));
            }
        }
        passages.replaceAll((role, found) -> new ArrayList<>(Passage.joined(found)));
        return passages;
    }

    private static void add(Map<Role, List<Passage>> passages, Role role, Passage passage) {
        passages.computeIfAbsent(role, r -> new ArrayList<>()).add(passage);
    }

    private Role role(BodyDeclaration<?> member) {
        return roles.getOrDefault(member, Role.CLASS);
    }

    private void assignRoles() {
        List<BodyDeclaration<?>> helpers = new ArrayList<>();
        for (BodyDeclaration<?> member : source.type().getMembers()) {
            Optional<Role> role = ownRole(member);
            role.ifPresentOrElse(own -> roles.put(member, own), () -> helpers.add(member));
        }
        boolean found = true;
        while (found) {
            found = helpers.removeIf(helper -> {
                Optional<Role> role = firstToMention(name(helper));
                role.ifPresent(of -> roles.put(helper, of));
                return role.isPresent();
            });
        }
    }

    /** Returns the role of a member by its own name; empty for a helper. */
    private static Optional<Role> ownRole(BodyDeclaration<?> member) {
        if (member instanceof FieldDeclaration || member instanceof InitializerDeclaration) {
            return Optional.of(Role.CLASS);
        }
        if (member instanceof ConstructorDeclaration constructor) {
            return Optional.of(keepsArguments(constructor) ? Role.CLASS : Role.MODEL);
        }
        Optional<Role> role = member instanceof MethodDeclaration ? Role.ofMethod(name(member)) : Optional.empty();
        return role.or(() -> Role.ofHelper(name(member)));
    }

    /** Returns whether a constructor only assigns its parameters to fields. */
    private static boolean keepsArguments(ConstructorDeclaration constructor) {
        Set<String> parameters = constructor.getParameters().stream()
                .map(p -> p.getNameAsString())
                .collect(Collectors.toSet());
        return constructor.getBody().getStatements().stream()
                .allMatch(statement -> statement.isExpressionStmt()
                        && statement.asExpressionStmt().getExpression() instanceof AssignExpr assignment
                        && assignment.getValue().isNameExpr()
                        && parameters.contains(
                                assignment.getValue().asNameExpr().getNameAsString()));
    }

    private static String name(BodyDeclaration<?> member) {
        if (member instanceof MethodDeclaration method) {
            return method.getNameAsString();
        }
        return member instanceof TypeDeclaration<?> nested ? nested.getNameAsString() : "";
    }

    /** Returns the role of the first member with a role that mentions this name. */
    private Optional<Role> firstToMention(String name) {
        return source.type().getMembers().stream()
                .filter(member -> roles.containsKey(member) && !name(member).equals(name) && mentions(member, name))
                .map(roles::get)
                .findFirst();
    }

    private static boolean mentions(Node member, String name) {
        return member.findFirst(SimpleName.class, simple -> simple.getIdentifier()
                                .equals(name))
                        .isPresent()
                || member.findFirst(
                                MethodReferenceExpr.class,
                                reference -> reference.getIdentifier().equals(name))
                        .isPresent();
    }
}
