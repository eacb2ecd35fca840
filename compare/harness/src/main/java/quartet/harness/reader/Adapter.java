package quartet.harness.reader;

import com.github.javaparser.ast.expr.SimpleName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quartet.harness.worker.InstalledEngine;

/** The strict adapter of an engine: its learner, and the classes of the same package that the learner mentions. */
final class Adapter {
    private static final String LEARNER = "StrictLearner";

    private Adapter() {}

    /** Returns the passages by role; empty if the engine has no adapter with the usual name. */
    static Map<Role, List<Passage>> passages(InstalledEngine engine) {
        Path folder = engine.module()
                .resolve("src/main/java")
                .resolve(engine.examples().replace('.', '/'))
                .resolve("adapter");
        if (engine.examples().isEmpty() || !Files.isRegularFile(file(folder, LEARNER))) {
            return new EnumMap<>(Role.class);
        }
        List<JavaSource> sources = withHelpers(folder);
        return RoleFinder.of(sources.get(0), sources.subList(1, sources.size()));
    }

    /** Returns the learner, followed by the classes that it mentions in the order of their mention. */
    private static List<JavaSource> withHelpers(Path folder) {
        JavaSource learner = JavaSource.read(file(folder, LEARNER));
        List<JavaSource> sources = new ArrayList<>(List.of(learner));
        learner.type().findAll(SimpleName.class).stream()
                .map(SimpleName::getIdentifier)
                .filter(name -> !name.equals(LEARNER) && Character.isUpperCase(name.charAt(0)))
                .distinct()
                .map(name -> file(folder, name))
                .filter(Files::isRegularFile)
                .forEach(helper -> sources.add(JavaSource.read(helper)));
        return sources;
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + ".java");
    }
}
