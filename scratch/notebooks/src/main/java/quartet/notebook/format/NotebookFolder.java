package quartet.notebook.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the course.
 *
 * @param path the folder with the notebooks
 */
public record NotebookFolder(Path path) {
    private static final String ENDING = ".ipynb";

    /** Returns the files of all notebooks, in the order of the course. */
    public List<Path> files() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the files of the named notebooks, or all files if no name is given. The number of a notebook suffices.
     *
     * @throws IllegalArgumentException if a name is unknown or not unique
     */
    public List<Path> select(List<String> names) {
        List<Path> all = files();
        return names.isEmpty()
                ? all
                : names.stream().map(name -> find(all, name)).distinct().toList();
    }

    /** Returns the file of a new notebook. */
    public Path file(String name) {
        return path.resolve(name + ENDING);
    }

    private static Path find(List<Path> all, String name) {
        List<Path> found = all.stream()
                .filter(file -> {
                    String candidate = file.getFileName().toString();
                    return candidate.equals(name)
                            || candidate.equals(name + ENDING)
                            || candidate.startsWith(name + "-");
                })
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("'" + name + "' is the name of " + found.size()
                    + " notebooks, but one was expected; see: notebooks list");
        }
        return found.get(0);
    }
}
