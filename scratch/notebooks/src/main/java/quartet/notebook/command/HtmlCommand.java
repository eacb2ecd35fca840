package quartet.notebook.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import quartet.notebook.format.Notebook;
import quartet.notebook.format.NotebookFolder;
import quartet.notebook.format.NotebookReader;
import quartet.notebook.page.NotebookPages;
import quartet.notebook.page.WebAssets;

/** Writes the course as pages. */
@Command(
        name = "html",
        mixinStandardHelpOptions = true,
        description = "Writes a page for each notebook and an index; they need no network.")
final class HtmlCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "notebooks-html",
            description = "The folder of the pages (${DEFAULT-VALUE}).")
    private Path directory = Path.of("");

    @Override
    public Integer call() {
        NotebookFolder folder = Notebooks.folder();
        Path target = directory.toAbsolutePath().normalize();
        List<Notebook> course =
                folder.files().stream().map(NotebookReader::read).toList();
        NotebookPages pages = new NotebookPages(link -> link(folder.path(), target, link));
        try {
            Path assets = Files.createDirectories(target.resolve("assets"));
            Files.writeString(assets.resolve("page.css"), WebAssets.readerStyle());
            Files.writeString(assets.resolve("page.js"), WebAssets.reader());
            for (Notebook notebook : course) {
                Files.writeString(target.resolve(notebook.name() + ".html"), pages.page(notebook, course));
            }
            Files.writeString(target.resolve("index.html"), pages.index(course, ".html"));
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be written: " + e.getMessage(), e);
        }
        System.out.println(target.resolve("index.html"));
        return 0;
    }

    /** Returns the target of a link. Notebooks become pages; other relative links point to the files of the project. */
    private static String link(Path notebooks, Path target, String link) {
        if (URI.create(link).isAbsolute() || link.startsWith("#")) {
            return link;
        }
        if (link.endsWith(".ipynb") && !link.contains("/")) {
            return link.replaceFirst("ipynb$", "html");
        }
        Path file = notebooks.toAbsolutePath().normalize().resolve(link).normalize();
        return target.relativize(file).toString().replace('\\', '/');
    }
}
