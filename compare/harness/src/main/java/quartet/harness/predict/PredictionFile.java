package quartet.harness.predict;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import quartet.contract.Tensor;
import quartet.contract.experiment.Scores;
import quartet.contract.experiment.Softmax;
import quartet.datasets.TargetScale;
import quartet.datasets.recipe.Recipe;
import quartet.datasets.recipe.TableRecipe;
import quartet.datasets.rows.ReadRows;

/**
 * Writes predictions as comma-separated values: the position of the row, the prediction, and the probability of each
 * class. Numbers have enough digits to restore the same float64.
 */
public final class PredictionFile {
    private PredictionFile() {}

    /**
     * Writes a line for each row that could be read.
     *
     * @param predictions [rows, outputs]: logits of the classes, or scaled values
     */
    public static void write(Writer out, Recipe recipe, ReadRows rows, Tensor predictions) {
        CsvWriterSettings settings = new CsvWriterSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setComment('\0');
        CsvWriter csv = new CsvWriter(out, settings);
        csv.writeHeaders(headings(recipe));
        lines(recipe, rows, predictions).forEach(csv::writeRow);
        csv.flush();
    }

    static List<String> headings(Recipe recipe) {
        List<String> headings = new ArrayList<>(List.of("row", "prediction"));
        recipe.classes().forEach(name -> headings.add("p(" + name + ")"));
        return headings;
    }

    /** Returns the cells of each line. */
    static List<List<String>> lines(Recipe recipe, ReadRows rows, Tensor predictions) {
        List<List<String>> lines = new ArrayList<>();
        int[] predicted = recipe.classes().isEmpty() ? new int[0] : Scores.argmax(predictions);
        for (int row = 0; row < rows.places().size(); row++) {
            List<String> cells = new ArrayList<>(List.of(rows.places().get(row)));
            if (recipe instanceof TableRecipe table && recipe.classes().isEmpty()) {
                TargetScale scale = new TargetScale(table.targetMean(), table.targetDeviation());
                cells.add(Double.toString(scale.unscale(predictions.data()[row])));
            } else {
                cells.add(recipe.classes().get(predicted[row]));
                for (double probability : Softmax.row(predictions, row)) {
                    cells.add(Double.toString(probability));
                }
            }
            lines.add(cells);
        }
        return lines;
    }
}
