package quartet.datasets.recipe;

import java.util.List;

/**
 * A column of categories, one-hot: one feature for each category, then one for all other categories and one for a
 * missing value, if they exist. At most one of the features is 1; the rest is 0.
 *
 * @param name the name of the column
 * @param categories the categories that have a feature of their own
 * @param other whether a feature stands for all other categories, unknown ones included
 * @param missing whether a feature says that the value is missing
 */
public record CategoryCode(String name, List<String> categories, boolean other, boolean missing) implements ColumnCode {
    public CategoryCode {
        categories = List.copyOf(categories);
    }

    @Override
    public int width() {
        return categories.size() + (other ? 1 : 0) + (missing ? 1 : 0);
    }

    /** Returns the index of the feature that is 1 for a value, empty if it is missing; -1 if none is. */
    public int slot(String value) {
        if (value.isEmpty()) {
            return missing ? width() - 1 : -1;
        }
        int index = categories.indexOf(value);
        return index >= 0 || !other ? index : categories.size();
    }

    /** Writes the features of a {@link #slot} to {@code features[at]} and following, which are 0. */
    public void encode(int slot, float[] features, int at) {
        if (slot >= 0) {
            features[at + slot] = 1;
        }
    }
}
