package quartet.notebook.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import quartet.notebook.format.Notebook;
import quartet.notebook.format.NotebookReader;

/** Lists the notebooks. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the notebooks, with the minutes that a learner needs.")
final class ListCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        List<Path> files = Notebooks.folder().files();
        int width = files.stream()
                .mapToInt(file -> file.getFileName().toString().length())
                .max()
                .orElse(0);
        int total = 0;
        for (Path file : files) {
            Notebook notebook = NotebookReader.read(file);
            System.out.printf(
                    Locale.ROOT,
                    "%-" + width + "s  %3d min  %s%n",
                    notebook.name(),
                    notebook.minutes(),
                    notebook.title());
            total += notebook.minutes();
        }
        System.out.printf(Locale.ROOT, "%d notebooks, about %.1f hours%n", files.size(), total / 60.0);
        return 0;
    }
}
