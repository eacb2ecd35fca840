package quartet.harness.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import quartet.contract.experiment.Project;
import quartet.datasets.own.OwnSource;
import quartet.harness.UsageException;
import quartet.harness.worker.InstalledEngine;

/**
 * A request to export an example.
 *
 * @param home the folder of Quartet
 * @param project whose example is exported
 * @param engine whose example is exported
 * @param folder of the exported project; new or empty
 * @param packageName of the exported classes
 * @param own the user's data instead of a shipped data set; {@link OwnSource#NONE} for the shipped one
 * @param fast whether the engine's own classes are exported even if it has simpler ones, see {@link #simpler}
 */
public record ExportRequest(
        Path home,
        Project project,
        InstalledEngine engine,
        Path folder,
        String packageName,
        OwnSource own,
        boolean fast) {
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final Set<String> RESERVED = Set.of("java", "javax", "jdk", "quartet");

    /**
     * Checks the name of the package, and that faster classes can be chosen.
     *
     * @throws UsageException if it is not a valid name of a package, or the engine has only one set of classes
     */
    public ExportRequest {
        if (!PACKAGE.matcher(packageName).matches() || !SourceVersion.isName(packageName)) {
            throw new UsageException(
                    "--package: expected a name of lower-case letters such as com.acme, but was '" + packageName + "'");
        }
        if (RESERVED.contains(packageName.replaceFirst("\\..*", ""))) {
            throw new UsageException("--package: '" + packageName + "' is not yours; choose a name such as com.acme");
        }
        if (fast && !Files.isDirectory(simplerClasses(engine))) {
            throw new UsageException("--fast: " + engine.name() + " has only one set of classes; leave the option out");
        }
    }

    /**
     * Returns the folder of classes that replace classes of the engine, because they do the same with much less code.
     * Empty if the engine has no such classes, or the request asks for the engine's own.
     */
    Optional<Path> simpler() {
        return Optional.of(simplerClasses(engine)).filter(classes -> !fast && Files.isDirectory(classes));
    }

    private static Path simplerClasses(InstalledEngine engine) {
        return engine.module().resolve("src/export/plain");
    }

    /** Returns the name of the exported project: that of its folder, restricted to characters that Maven accepts. */
    String artifact() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        String artifact = (name == null ? "" : name.toString())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return artifact.isEmpty() || !Character.isLetter(artifact.charAt(0)) ? project.title() : artifact;
    }
}
