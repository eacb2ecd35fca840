package quartet.notebook.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.notebook.format.NotebookWriter;
import quartet.notebook.format.TextForm;

/** Creates a notebook from a text. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Makes a notebook without outputs of a text whose cells begin with a line '// %%%%'.")
final class NewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The text; its name without the ending becomes the notebook's name.")
    private Path text = Path.of("");

    @Option(names = "--replace", description = "Replace a notebook of this name, with its outputs.")
    private boolean replace;

    @Override
    public Integer call() {
        String name = text.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        if (!name.matches("\\d\\d-[a-z0-9-]+")) {
            throw new IllegalArgumentException("expected a name such as 01-products, but was '" + name + "'");
        }
        Path file = Notebooks.folder().file(name);
        if (Files.exists(file) && !replace) {
            throw new IllegalArgumentException(file + " exists; --replace replaces it");
        }
        try {
            NotebookWriter.write(TextForm.parse(name, Files.readString(text)), file);
        } catch (IOException e) {
            throw new UncheckedIOException(text + " cannot be read: " + e.getMessage(), e);
        }
        System.out.println(file);
        return 0;
    }
}
