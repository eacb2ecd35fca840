package quartet.notebook.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import quartet.notebook.format.NotebookReader;
import quartet.notebook.format.TextForm;

/** Prints a notebook as text. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description = "Prints a notebook as the text that 'new' reads.")
final class TextCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The name or number of a notebook.")
    private String name = "";

    @Override
    public Integer call() {
        for (Path file : Notebooks.folder().select(List.of(name))) {
            System.out.print(TextForm.print(NotebookReader.read(file)));
        }
        return 0;
    }
}
