package quartet.harness.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.contract.experiment.Project;
import quartet.harness.Printable;
import quartet.harness.UsageException;
import quartet.harness.reader.ReaderPage;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.Results;
import quartet.harness.worker.InstalledEngines;

/** Writes the page that shows the implementations side by side. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Writes a page that shows the implementations side by side, aligned by role, and prints its name.")
final class ReadCommand implements Callable<Integer> {
    private static final Path RESULTS = Path.of("results");

    @Parameters(
            paramLabel = "PROJECT",
            arity = "0..1",
            defaultValue = "",
            description = "classification, regression, cv or nlp; all by default.")
    private String project = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The page; results/read.html or results/read-PROJECT.html by default.")
    private @Nullable Path out;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "The comparison whose figures are shown next to the code; the latest in results by default.")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        List<Project> projects = project.isEmpty() ? List.of(Project.values()) : List.of(Project.named(project));
        Path file = file();
        InstalledEngines installed = InstalledEngines.scan(CommonOptions.home());
        new ReaderPage(CommonOptions.home(), installed.all(), results()).write(file, projects);
        System.out.println(Printable.line(file.toString()));
        return 0;
    }

    private Path file() {
        Path given = out;
        Path file =
                given == null ? RESULTS.resolve(project.isEmpty() ? "read.html" : "read-" + project + ".html") : given;
        if (file.toString().isEmpty() || Files.isDirectory(file)) {
            throw new UsageException("--out: expected a file, but was '" + file + "'");
        }
        return file;
    }

    private Optional<Results> results() {
        Path given = folder;
        return given == null ? last() : Optional.of(ResultFiles.read(given));
    }

    /** Returns the latest readable comparison. */
    private static Optional<Results> last() {
        if (!Files.isDirectory(RESULTS)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(RESULTS)) {
            return folders.filter(comparison -> Files.isRegularFile(comparison.resolve("results.json")))
                    .sorted(Comparator.comparing(ReadCommand::modified).reversed())
                    .flatMap(comparison -> readable(comparison).stream())
                    .findFirst();
        } catch (IOException e) {
            throw new UsageException(
                    RESULTS + " cannot be read (" + e.getMessage() + "); name a folder with --results", e);
        }
    }

    private static Optional<Results> readable(Path comparison) {
        try {
            return Optional.of(ResultFiles.read(comparison));
        } catch (UsageException e) {
            System.err.println("skipped: " + Printable.line(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static long modified(Path comparison) {
        return comparison.resolve("results.json").toFile().lastModified();
    }
}
