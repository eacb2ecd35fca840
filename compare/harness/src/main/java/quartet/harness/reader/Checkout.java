package quartet.harness.reader;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quartet.harness.UsageException;

/** The source folders of the project. */
final class Checkout {
    private static final String SOURCES = "src/main/java";

    private final List<Path> roots;
    private final Path page;

    /**
     * Finds the source folders in the project and in {@code compare}.
     *
     * @param home the project's folder
     * @param page the file that links to the sources
     */
    Checkout(Path home, Path page) {
        this.page = page.toAbsolutePath().normalize();
        roots = new ArrayList<>();
        for (Path parent : List.of(home, home.resolve("compare"))) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> folders = Files.list(parent)) {
                    folders.map(folder -> folder.resolve(SOURCES))
                            .filter(Files::isDirectory)
                            .sorted()
                            .forEach(roots::add);
                } catch (IOException e) {
                    throw new UsageException(parent + " cannot be read (" + e.getMessage() + ")", e);
                }
            }
        }
    }

    /** Returns the file of a class; empty if the project has no class of this name. */
    Optional<Path> find(String qualifiedName) {
        String path = qualifiedName.replace('.', '/') + ".java";
        return roots.stream()
                .map(root -> root.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Returns the address of a file of the project, relative to the page if both are on the same disk. */
    String link(Path file) {
        Path target = file.toAbsolutePath().normalize();
        Path folder = page.getParent();
        if (folder == null || !folder.getRoot().equals(target.getRoot())) {
            return target.toUri().toString();
        }
        try {
            String path = folder.relativize(target).toString().replace('\\', '/');
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(target + " has no address", e);
        }
    }
}
