package quartet.harness.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.harness.UsageException;
import quartet.harness.page.ResultPage;
import quartet.harness.report.BenchmarkTables;
import quartet.harness.report.MarkedSection;
import quartet.harness.report.ResultFiles;
import quartet.harness.report.Results;

/** Writes the report anew. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Rebuilds the report and the tables of a comparison from its results.json.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            description = "The folder with results.json; with --into also the JSON file of a JMH benchmark.")
    private Path folder = Path.of(".");

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description = "Writes the tables between the markers of a Markdown file, such as README.md.")
    private @Nullable Path into;

    @Override
    public Integer call() throws IOException {
        if (into != null && BenchmarkTables.isBenchmarkFile(folder)) {
            replaceIn(into, BenchmarkTables.read(folder)::into);
            return 0;
        }
        Results results = ResultFiles.read(folder);
        if (into != null) {
            replaceIn(into, text -> MarkedSection.replace(text, "```\n" + RunCommand.text(results) + "```"));
            return 0;
        }
        ResultFiles.writeDerived(folder, results);
        ResultPage.write(folder, results);
        RunCommand.print(results, folder);
        return 0;
    }

    /** Rewrites a document, or leaves it as it is if it has no markers. */
    private static void replaceIn(Path document, Function<String, Optional<String>> change) throws IOException {
        if (!Files.isRegularFile(document)) {
            throw new UsageException("--into: there is no " + document);
        }
        String written = change.apply(Files.readString(document))
                .orElseThrow(
                        () -> new UsageException(
                                "--into: " + document
                                        + " has no markers; add the lines <!-- quartet results --> and <!-- end of quartet results -->"));
        Path temporary = document.resolveSibling(document.getFileName() + ".part");
        Files.writeString(temporary, written);
        Files.move(temporary, document, StandardCopyOption.REPLACE_EXISTING);
    }
}
