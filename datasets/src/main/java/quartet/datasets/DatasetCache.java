package quartet.datasets;

import java.nio.file.Path;

/**
 * Where fetched data sets are kept: a folder of the user's, outside the project, named by the system property {@code
 * quartet.cache}, else by the environment variable {@code QUARTET_CACHE}, else {@code ~/.cache/quartet}.
 */
final class DatasetCache {
    private DatasetCache() {}

    static Path root() {
        String property = System.getProperty("quartet.cache", "");
        if (!property.isEmpty()) {
            return Path.of(property);
        }
        String variable = System.getenv().getOrDefault("QUARTET_CACHE", "");
        return variable.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache", "quartet") : Path.of(variable);
    }

    static Path folder(CatalogueEntry entry) {
        return root().resolve(entry.name());
    }
}
