package quartet.datasets.own;

import java.nio.file.Path;
import quartet.datasets.DatasetException;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;
import quartet.datasets.recipe.Recipe;

/**
 * The user's own data in prepared form: the data that a network reads, the recipe derived from the training rows, and
 * a report.
 *
 * @param data the prepared data
 * @param recipe the transformation of raw rows to the features of the data
 * @param report the findings and the preparation
 */
public record OwnData(PreparedData data, Recipe recipe, DataReport report) {

    /**
     * Reads, profiles, splits and encodes own data.
     *
     * @param kind the kind of features and targets
     * @param seed determines the split, unless it is by time or the test set has a file of its own
     * @throws DatasetException if the data cannot be used; the message is one line
     */
    public static OwnData load(Kind kind, OwnSource source, long seed) {
        return switch (kind) {
            case TABLE_CLASSES, TABLE_VALUES -> TablePreparation.load(kind, source, seed);
            case IMAGES -> ImagePreparation.load(source, seed);
            case TEXTS -> TextPreparation.load(source, seed);
        };
    }

    /** Returns the name of data in reports: the name of the file or folder without its extension. */
    static String name(String data) {
        String file = String.valueOf(Path.of(data).toAbsolutePath().normalize().getFileName());
        int point = file.indexOf('.', 1);
        String name = (point < 0 ? file : file.substring(0, point)).replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return name.isEmpty() ? "data" : name;
    }
}
