package quartet.harness.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.contract.experiment.Project;
import quartet.datasets.own.OwnSource;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;

/**
 * Exported projects build and pass their tests outside this repository. Maven runs offline on the local repository,
 * which has every library and plug-in since this project was built. {@code -Dquartet.export.repository=DIR} lets it run
 * online on another local repository, such as an empty one.
 *
 * <p>A build tests four exports, each with another project and another engine. {@code -Dquartet.export=all} tests all of
 * them, and a list such as {@code -Dquartet.export=cv/dl4j,nlp/scratch} tests some. The script {@code .ci/exports} does
 * both.
 */
class ExportIT {
    private static final String SOME = "classification/djl-pytorch,regression/djl-tensorflow,cv/scratch,nlp/dl4j";
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final long LIMIT_MINUTES = 10;

    static List<String> exports() {
        String chosen = System.getProperty("quartet.export", SOME);
        if (!chosen.equals("all")) {
            return List.of(chosen.split(","));
        }
        List<String> all = new ArrayList<>();
        for (InstalledEngine engine : InstalledEngines.scan(HOME).select(List.of())) {
            Arrays.stream(Project.values()).forEach(project -> all.add(project.title() + "/" + engine.name()));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("exports")
    void buildsAndPasses(String export, @TempDir Path parent) throws IOException, InterruptedException {
        Project project = Project.named(export.substring(0, export.indexOf('/')));
        InstalledEngine engine = InstalledEngines.scan(HOME).find(export.substring(export.indexOf('/') + 1));
        Path folder = parent.resolve("example");

        export(project, engine, folder, false);

        assertThat(parent.toFile().list()).containsExactly("example");
        assertThat(mentionsOfThisProject(folder)).isEmpty();
        verify(folder);
        assertThat(folder.resolve("target/example.jar")).exists();
    }

    /** The kernels for vector instructions are most of the classes that a network from scratch can use. */
    @Test
    void vectorKernelsAreExportedOnlyIfAskedFor(@TempDir Path parent) {
        InstalledEngine scratch = InstalledEngines.scan(HOME).find("scratch");
        ExportedProject plain = export(Project.CLASSIFICATION, scratch, parent.resolve("plain"), false);
        ExportedProject fast = export(Project.CLASSIFICATION, scratch, parent.resolve("fast"), true);

        assertThat(plain.mainClasses()).isLessThan(60).isLessThan(fast.mainClasses() - 20);
        assertThat(parent.resolve("plain/jvm.options")).doesNotExist();
        assertThat(parent.resolve("fast/jvm.options")).content().contains("--add-modules");
        assertThat(parent.resolve("plain/README.md")).content().contains("plain loops", "--fast");
        assertThat(parent.resolve("fast/README.md")).content().doesNotContain("plain loops");
    }

    private static ExportedProject export(Project project, InstalledEngine engine, Path folder, boolean fast) {
        return Exporter.export(
                new ExportRequest(HOME, project, engine, folder, "com.acme.example", OwnSource.NONE, fast));
    }

    /** Lines of code and of the build that only this project understands. */
    private static List<String> mentionsOfThisProject(Path folder) throws IOException {
        List<String> mentions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().matches(".*(\\.java|\\.properties|pom\\.xml|Dockerfile)")) {
                    Files.readAllLines(file).stream()
                            .filter(line -> line.toLowerCase(Locale.ROOT).matches(".*(quartet|harness|jspecify).*"))
                            .forEach(line -> mentions.add(file.getFileName() + ": " + line));
                }
            }
        }
        return mentions;
    }

    private static void verify(Path folder) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(List.of(windows ? "mvn.cmd" : "mvn", "-B", "-q", "verify"));
        String other = System.getProperty("quartet.export.repository", "");
        if (other.isEmpty()) {
            command.add("-o");
        }
        String repository = other.isEmpty() ? System.getProperty("localRepository", "") : other;
        if (!repository.isEmpty()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        Path log = folder.resolve("build.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
