package quartet.datasets.recipe;

import java.util.List;

/**
 * The recipe of a table: its columns in the order of the features, and the target.
 *
 * <p>A regression network predicts scaled targets: {@code value = scaled * targetDeviation + targetMean}.
 *
 * @param columns the codes of the used columns; their features are concatenated in this order
 * @param target the name of the target column
 * @param classes the names of the classes by index; empty for a regression
 * @param targetMean the mean of the training targets; 0 for classes
 * @param targetDeviation the deviation of the training targets; 1 for classes
 */
public record TableRecipe(
        List<ColumnCode> columns, String target, List<String> classes, double targetMean, double targetDeviation)
        implements Recipe {
    public TableRecipe {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
    }

    /** Returns the number of features of a row. */
    public int width() {
        return columns.stream().mapToInt(ColumnCode::width).sum();
    }
}
