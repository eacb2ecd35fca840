package quartet.datasets;

import java.io.IOException;
import java.util.List;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.files.DatasetCache;
import quartet.datasets.recipe.Recipe;

/** Loads the data sets of the catalogue in the form in which a network reads them. */
public final class Datasets {
    private Datasets() {}

    /**
     * A prepared data set, and the recipe derived from its training set.
     *
     * @param recipe the transformation of raw rows to the features of the data
     */
    public record Prepared(PreparedData data, Recipe recipe) {}

    /**
     * Reads, verifies, splits and encodes a data set.
     *
     * @param name a name of the {@link Catalogue}
     * @param seed determines the split of a data set whose source does not fix one
     * @throws DatasetException if the name is unknown, or a file is missing, damaged or malformed
     */
    public static PreparedData load(String name, long seed) {
        return prepare(name, seed).data();
    }

    /**
     * Does the same as {@link #load}, and also returns the recipe.
     *
     * @throws DatasetException if the name is unknown, or a file is missing, damaged or malformed
     */
    public static Prepared prepare(String name, long seed) {
        CatalogueEntry entry = Catalogue.get().find(name);
        try {
            return switch (entry.kind()) {
                case TABLE_CLASSES, TABLE_VALUES -> TableData.load(entry, seed);
                case IMAGES -> ImageData.load(entry, seed);
                case TEXTS -> TextData.load(entry, seed);
            };
        } catch (IOException e) {
            throw new DatasetException("data set '" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Verifies every file of a data set by its SHA-256.
     *
     * @throws DatasetException if the name is unknown, or a file is missing or damaged
     */
    public static void verify(String name) {
        CatalogueEntry entry = Catalogue.get().find(name);
        for (DataFile file : entry.files()) {
            if (entry.shipped()) {
                DatasetFiles.verified(entry, file);
            } else {
                DatasetFiles.verifiedPath(entry, file);
            }
        }
    }

    /** Returns whether all files of a data set are on this machine: shipped with the project, or already fetched. */
    public static boolean isPresent(CatalogueEntry entry) {
        return entry.shipped()
                || entry.files().stream().allMatch(file -> DatasetCache.folder(entry.name())
                        .resolve(file.path())
                        .toFile()
                        .isFile());
    }

    /** Returns the data sets of one kind in the order of the catalogue. */
    public static List<CatalogueEntry> ofKind(Kind kind) {
        return Catalogue.get().entries().stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }
}
