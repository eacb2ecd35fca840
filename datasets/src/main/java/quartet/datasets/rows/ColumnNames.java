package quartet.datasets.rows;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import quartet.datasets.DatasetException;
import quartet.datasets.raw.TableFile;

/** Finds columns by name. */
public final class ColumnNames {
    private static final int SHOWN = 20;

    private ColumnNames() {}

    /** Returns the first few names in one line. */
    public static String list(List<String> names) {
        String first = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
    }

    /**
     * Returns the position of a column.
     *
     * @param option the command-line option with the name, for messages
     * @throws DatasetException if there is no such column, or the header repeats its name
     */
    public static int index(TableFile file, String option, String name) {
        String where = file.source().path().toString();
        if (name.isEmpty()) {
            throw new DatasetException(
                    where + ": name the column with " + option + "; its columns are " + list(file.names()));
        }
        int index = file.names().indexOf(name);
        if (index < 0) {
            String similar = file.names().stream()
                    .filter(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .map(other -> "; did you mean '" + other + "'?")
                    .orElse("; its columns are " + list(file.names()));
            throw new DatasetException(where + " has no column '" + name + "' (" + option + ")" + similar);
        }
        if (file.notes().stream().anyMatch(note -> note.startsWith("the header repeats '" + name + "'"))) {
            throw new DatasetException(where + ": the header names '" + name + "' more than once, so that " + option
                    + " is ambiguous; rename one of the columns");
        }
        return index;
    }
}
