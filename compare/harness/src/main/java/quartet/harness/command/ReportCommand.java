package quartet.harness.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.harness.Printable;
import quartet.harness.UsageException;
import quartet.harness.across.Finished;
import quartet.harness.across.SideBySide;
import quartet.harness.page.ComparisonPage;
import quartet.harness.page.Picture;
import quartet.harness.page.ResultPage;
import quartet.harness.report.BenchmarkTables;
import quartet.harness.report.MarkedSection;
import quartet.harness.report.Report;
import quartet.harness.report.ResultFiles;
import quartet.harness.report.Tables;
import quartet.harness.report.TerminalTable;
import quartet.harness.results.Results;

/** Rewrites the report of a comparison, or contrasts several comparisons. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Rebuilds the report and the tables of a comparison from its results.json. With several folders, "
                + "compares them with the first: two machines, two JDKs, before and after a change.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "Folders with results.json; with --into also the JSON file of a JMH benchmark.")
    private List<Path> folders = List.of(Path.of("."));

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description = "Writes the tables between the markers of a Markdown file, such as README.md.")
    private @Nullable Path into;

    @Option(
            names = "--section",
            paramLabel = "NAME",
            defaultValue = MarkedSection.RESULTS,
            description = "With --into: the name in the markers, if the file has several tables (${DEFAULT-VALUE}).")
    private String section = MarkedSection.RESULTS;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description =
                    "With --into: also writes a picture, at this path relative to the Markdown file, and shows it "
                            + "above the tables.")
    private @Nullable Path picture;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "The folder of the report about several folders; results/<time> by default.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        if (folders.size() > 1) {
            compare(Finished.read(folders));
            return 0;
        }
        Path folder = folders.get(0);
        if (into != null && BenchmarkTables.isBenchmarkFile(folder)) {
            replaceIn(into, BenchmarkTables.read(folder)::into);
            return 0;
        }
        Results results = ResultFiles.read(folder);
        if (into != null) {
            String content =
                    (picture == null ? "" : draw(results, into, picture)) + "```\n" + RunCommand.text(results) + "```";
            replaceIn(into, document -> MarkedSection.replace(document, section, content));
            return 0;
        }
        ResultFiles.writeDerived(folder, results);
        ResultPage.write(folder, results);
        RunCommand.print(results, folder);
        return 0;
    }

    /** Writes the picture and returns the Markdown that embeds it. */
    private static String draw(Results results, Path document, Path picture) throws IOException {
        Path file = document.toAbsolutePath().resolveSibling(picture);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String svg = Picture.of(results);
        ResultFiles.write(file, svg);
        String path = picture.toString().replace('\\', '/');
        return MarkedSection.picture(path, "Training time and scores of all engines and projects", svg) + "\n";
    }

    private void compare(List<Finished> comparisons) throws IOException {
        String text = text(comparisons);
        if (into != null) {
            replaceIn(into, document -> MarkedSection.replace(document, section, "```\n" + text + "```"));
            return;
        }
        Path folder = out == null ? NewFolder.in(Path.of("results")) : Files.createDirectories(out);
        ResultFiles.write(
                folder.resolve("report.md"), Report.markdown("Comparisons side by side", tables(comparisons)));
        ResultFiles.write(folder.resolve("index.html"), ComparisonPage.html(comparisons));
        System.out.println();
        System.out.print(text);
        System.out.println("Report: " + Printable.line(folder.toString()));
    }

    private static List<Tables.Table> tables(List<Finished> comparisons) {
        List<Tables.Table> tables = new ArrayList<>(SideBySide.tables(comparisons));
        tables.add(SideBySide.differences(comparisons));
        return tables;
    }

    /** Returns the tables for the terminal. Each condition has its own line, because conditions can be long. */
    private static String text(List<Finished> comparisons) {
        StringBuilder text = new StringBuilder();
        SideBySide.tables(comparisons)
                .forEach(table -> text.append(TerminalTable.render(table)).append('\n'));
        Tables.Table differences = SideBySide.differences(comparisons);
        text.append(differences.title()).append('\n');
        for (List<String> row : differences.rows()) {
            text.append("- ").append(row.get(0)).append('\n');
            for (int i = 1; i < row.size(); i++) {
                text.append("    ").append(comparisons.get(i - 1).name()).append(": ");
                text.append(row.get(i)).append('\n');
            }
        }
        differences.notes().forEach(note -> text.append("! ").append(note).append('\n'));
        return text.toString();
    }

    /** Rewrites a document. A document without markers stays unchanged. */
    private void replaceIn(Path document, Function<String, Optional<String>> change) throws IOException {
        if (!Files.isRegularFile(document)) {
            throw new UsageException("--into: there is no " + document);
        }
        String written = change.apply(Files.readString(document))
                .orElseThrow(
                        () -> new UsageException("--into: " + document + " has no markers; add the lines <!-- quartet "
                                + section + " --> and <!-- end of quartet " + section + " -->"));
        Path temporary = document.resolveSibling(document.getFileName() + ".part");
        Files.writeString(temporary, written);
        Files.move(temporary, document, StandardCopyOption.REPLACE_EXISTING);
    }
}
