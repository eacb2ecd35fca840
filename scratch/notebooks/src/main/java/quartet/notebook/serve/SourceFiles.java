package quartet.notebook.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files to which notebooks link: the classes of the library and its pages.
 *
 * @param root the folder above the notebooks
 */
record SourceFiles(Path root) {
    /** The first part of the path of a request for a file. */
    static final String PREFIX = "source";

    private static final String ABOVE = "../";
    private static final String NOTEBOOK = ".ipynb";

    SourceFiles {
        root = root.toAbsolutePath().normalize();
    }

    /** Changes the target of a link, which is relative to the folder of the notebooks. */
    static String link(String link) {
        if (URI.create(link).isAbsolute()) {
            return link;
        }
        if (link.startsWith(ABOVE)) {
            return PREFIX + "/" + link.substring(ABOVE.length());
        }
        return link.endsWith(NOTEBOOK) ? link.substring(0, link.length() - NOTEBOOK.length()) : link;
    }

    /**
     * Returns the text of a Java or Markdown file.
     *
     * @throws IllegalArgumentException if there is no such file below the root
     */
    String read(String path) {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || !path.matches(".*\\.(java|md)") || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no such file");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
