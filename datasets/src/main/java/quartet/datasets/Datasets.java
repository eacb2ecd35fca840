package quartet.datasets;

import java.util.List;
import quartet.datasets.CatalogueEntry.DataFile;

/** Loads any data set of the catalogue, ready for a network. */
public final class Datasets {
    private Datasets() {}

    /**
     * Reads, verifies, splits and encodes a data set.
     *
     * @param name a name of the {@link Catalogue}
     * @param seed draws the split where the source fixes none
     * @throws DatasetException if the name is unknown, or a file is missing or damaged
     */
    public static PreparedData load(String name, long seed) {
        CatalogueEntry entry = Catalogue.get().find(name);
        return switch (entry.kind()) {
            case TABLE_CLASSES, TABLE_VALUES -> TableData.load(entry, seed);
            case IMAGES -> ImageData.load(entry, seed);
            case TEXTS -> TextData.load(entry, seed);
        };
    }

    /**
     * Checks every file of a data set against its SHA-256.
     *
     * @throws DatasetException if one is missing or damaged
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

    /** Whether all files of a data set are on this machine (fetched ones are not, at first). */
    public static boolean isPresent(CatalogueEntry entry) {
        return entry.shipped()
                || entry.files().stream().allMatch(file -> DatasetCache.folder(entry)
                        .resolve(file.path())
                        .toFile()
                        .isFile());
    }

    /** The data sets of one kind. */
    public static List<CatalogueEntry> ofKind(Kind kind) {
        return Catalogue.get().entries().stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }
}
