package quartet.datasets.files;

import java.nio.file.Path;

/**
 * The location of fetched data sets: a folder of the user outside the project. The system property {@code
 * quartet.cache} names it; if that is not set, the environment variable {@code QUARTET_CACHE}; otherwise it is {@code
 * ~/.cache/quartet}.
 */
public final class DatasetCache {
    private DatasetCache() {}

    /** Returns the folder of a data set, whether it exists or not. */
    public static Path folder(String dataset) {
        return root().resolve(dataset);
    }

    static Path root() {
        String property = System.getProperty("quartet.cache", "");
        if (!property.isEmpty()) {
            return Path.of(property);
        }
        String variable = System.getenv().getOrDefault("QUARTET_CACHE", "");
        return variable.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache", "quartet") : Path.of(variable);
    }
}
