package quartet.datasets.own;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import quartet.datasets.DatasetException;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.TargetScale;
import quartet.datasets.Targets;
import quartet.datasets.raw.MissingValue;
import quartet.datasets.recipe.ImageRecipe;
import quartet.datasets.recipe.NumberStyle;
import quartet.datasets.recipe.Recipe;
import quartet.datasets.recipe.TableRecipe;
import quartet.datasets.rows.ReadRows;
import quartet.datasets.rows.RowReader;

/** Reads a test set from its own file, by the recipe of the training set. */
final class TestSet {
    private TestSet() {}

    /**
     * A test set of classes.
     *
     * @param texts the raw text of each row; empty if the rows are not texts
     */
    record Labelled(Examples examples, List<String> texts) {}

    /** Reads a test set with classes. Unreadable rows and rows of unknown classes are omitted and noted. */
    static Labelled classes(Recipe recipe, Path path, List<String> notes) {
        return classes(recipe, path, RowReader.read(recipe, path), notes);
    }

    static Labelled classes(Recipe recipe, Path path, ReadRows rows, List<String> notes) {
        LeftOut leftOut = new LeftOut();
        rows.problems().forEach(leftOut::add);
        int[] selected = new int[rows.places().size()];
        int[] labels = new int[selected.length];
        int count = 0;
        for (int row = 0; row < selected.length; row++) {
            String label = rows.targets().get(row);
            int index = MissingValue.is(label) ? -1 : recipe.classes().indexOf(label);
            if (index < 0) {
                leftOut.add((recipe instanceof ImageRecipe ? "" : "line ")
                        + rows.places().get(row) + ": the class '" + label + "' is not in the training set");
            } else {
                selected[count] = row;
                labels[count++] = index;
            }
        }
        Features features = finish(path, rows, selected, count, leftOut, notes);
        int[] kept = Arrays.copyOf(labels, count);
        Examples examples = new Examples(
                features, new Targets.Classes(kept, recipe.classes().size()));
        List<String> texts = rows.texts().isEmpty()
                ? List.of()
                : Arrays.stream(selected, 0, count).mapToObj(rows.texts()::get).toList();
        return new Labelled(examples, texts);
    }

    /** Reads a test set of a regression. Unreadable rows are omitted and noted. */
    static Examples values(TableRecipe recipe, NumberStyle style, Path path, List<String> notes) {
        ReadRows rows = RowReader.read(recipe, path);
        TargetScale scale = new TargetScale(recipe.targetMean(), recipe.targetDeviation());
        LeftOut leftOut = new LeftOut();
        rows.problems().forEach(leftOut::add);
        int[] selected = new int[rows.places().size()];
        float[] targets = new float[selected.length];
        int count = 0;
        for (int row = 0; row < selected.length; row++) {
            double target = style.parse(rows.targets().get(row));
            if (Double.isNaN(target)) {
                leftOut.add("line " + rows.places().get(row) + ": the target '"
                        + rows.targets().get(row) + "' is not a number");
            } else {
                selected[count] = row;
                targets[count++] = scale.scale(target);
            }
        }
        Features features = finish(path, rows, selected, count, leftOut, notes);
        return new Examples(features, new Targets.Values(Arrays.copyOf(targets, count)));
    }

    private static Features finish(
            Path path, ReadRows rows, int[] selected, int count, LeftOut leftOut, List<String> notes) {
        if (count == 0 && rows.targets().stream().allMatch(MissingValue::is)) {
            throw new DatasetException(path + " has no values of the target; a test set has the columns of --data");
        }
        if (count == 0) {
            throw new DatasetException(path + " has no row that can be tested"
                    + (leftOut.first().isEmpty() ? "" : "; " + leftOut.first()));
        }
        leftOut.lines().forEach(line -> notes.add("test set: " + line));
        return rows.features().select(selected, 0, count);
    }
}
