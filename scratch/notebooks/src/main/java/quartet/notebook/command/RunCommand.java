package quartet.notebook.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.notebook.check.Renewal;
import quartet.notebook.format.Notebook;
import quartet.notebook.format.NotebookReader;
import quartet.notebook.format.NotebookWriter;
import quartet.notebook.session.Limits;
import quartet.notebook.session.NotebookRun;

/** Runs notebooks and stores their outputs. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs notebooks and stores their outputs. A notebook that fails is not written.")
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Names or numbers of notebooks, such as 01.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--renew",
            description =
                    "Also draw pictures whose numbers are unchanged, and store outputs that vary from run to run.")
    private boolean renew;

    @Override
    public Integer call() {
        int failed = 0;
        for (Path file : Notebooks.folder().select(names)) {
            Notebook notebook = NotebookReader.read(file);
            NotebookRun run = NotebookRun.of(notebook, Limits.standard());
            if (run.failure().isPresent()) {
                System.err.println(notebook.name() + ": " + run.failure().get() + "; the notebook is not written");
                failed++;
                continue;
            }
            NotebookWriter.write(renew ? notebook.executed(run.cells()) : Renewal.merge(notebook, run), file);
            System.out.printf(Locale.ROOT, "%s  %.1f s%n", notebook.name(), run.seconds());
        }
        return failed == 0 ? 0 : Notebooks.FAILED;
    }
}
