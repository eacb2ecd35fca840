package quartet.datasets.recipe;

import java.util.List;

/**
 * The one-hot code of a column of categories: one feature for each category, then optionally one for all other
 * categories and one for a missing value. At most one feature is 1; the others are 0.
 *
 * @param name the name of the column
 * @param categories the categories with a feature of their own
 * @param other whether a feature represents all other categories, including unknown ones
 * @param missing whether a feature represents a missing value
 */
public record CategoryCode(String name, List<String> categories, boolean other, boolean missing) implements ColumnCode {
    public CategoryCode {
        categories = List.copyOf(categories);
    }

    @Override
    public int width() {
        return categories.size() + (other ? 1 : 0) + (missing ? 1 : 0);
    }

    /**
     * Returns the index of the feature that is 1 for a value, or -1 if there is none. A missing value is an empty
     * text.
     */
    public int slot(String value) {
        if (value.isEmpty()) {
            return missing ? width() - 1 : -1;
        }
        int index = categories.indexOf(value);
        return index >= 0 || !other ? index : categories.size();
    }

    /**
     * Writes the features of a {@link #slot} to {@code features}, starting at index {@code at}. They must be 0 before.
     */
    public void encode(int slot, float[] features, int at) {
        if (slot >= 0) {
            features[at + slot] = 1;
        }
    }
}
