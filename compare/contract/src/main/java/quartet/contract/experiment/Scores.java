package quartet.contract.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.Tensor;
import quartet.datasets.PreparedData;
import quartet.datasets.TargetScale;
import quartet.datasets.Targets;

/**
 * Computes scores of predictions. The denominator is always the whole test set; implementations never score
 * themselves.
 */
public final class Scores {
    private Scores() {}

    /**
     * Returns all scores of predictions for the test set, by name.
     *
     * @param predictions [rows, outputs]
     * @throws IllegalArgumentException if there is not one prediction for each test row
     */
    public static Map<String, Double> of(PreparedData data, Tensor predictions) {
        return of(data.test().targets(), data.targetScale(), predictions);
    }

    /**
     * Returns accuracy, macro F1, balanced accuracy and AUC for classes, or RMSE, MAE and R2 in the target's own unit
     * for values.
     */
    public static Map<String, Double> of(Targets targets, TargetScale scale, Tensor predictions) {
        if (predictions.shape().length != 2 || predictions.dimension(0) != targets.rows()) {
            throw new IllegalArgumentException(
                    "Scores: expected predictions [" + targets.rows() + ", outputs], but was " + predictions);
        }
        Map<String, Double> scores = new LinkedHashMap<>();
        if (targets instanceof Targets.Classes classes) {
            int[] predicted = argmax(predictions);
            scores.put("accuracy", accuracy(classes.labels(), predicted));
            scores.put("macroF1", macroF1(classes.labels(), predicted, classes.classes()));
            scores.put("balancedAccuracy", RankScores.balancedAccuracy(classes, predicted));
            if (classes.classes() <= RankScores.MAXIMUM_CLASSES) {
                scores.put("auc", RankScores.auc(classes, predictions));
            }
        } else {
            float[] expected = targets.asValues().values();
            double[] errors = errors(expected, predictions.data(), scale);
            scores.put("rmse", Math.sqrt(meanSquare(errors)));
            scores.put("mae", meanAbsolute(errors));
            scores.put("r2", 1 - meanSquare(errors) / variance(expected, scale));
        }
        return scores;
    }

    /** Returns the share of correctly predicted rows. */
    public static double accuracy(int[] labels, int[] predicted) {
        int correct = 0;
        for (int row = 0; row < labels.length; row++) {
            correct += labels[row] == predicted[row] ? 1 : 0;
        }
        return (double) correct / labels.length;
    }

    /**
     * Returns the mean over the classes of F1 = 2 TP / (2 TP + FP + FN); classes that are neither present nor
     * predicted are ignored, as in scikit-learn.
     */
    public static double macroF1(int[] labels, int[] predicted, int classes) {
        int[] truePositives = new int[classes];
        int[] present = new int[classes];
        int[] claimed = new int[classes];
        for (int row = 0; row < labels.length; row++) {
            present[labels[row]]++;
            claimed[predicted[row]]++;
            truePositives[labels[row]] += labels[row] == predicted[row] ? 1 : 0;
        }
        double sum = 0;
        int counted = 0;
        for (int c = 0; c < classes; c++) {
            int denominator = present[c] + claimed[c];
            if (denominator > 0) {
                sum += 2.0 * truePositives[c] / denominator;
                counted++;
            }
        }
        return sum / counted;
    }

    /**
     * Returns the index of the largest number in each row, or the first of several. For a row with NaN, it is the
     * index of the first NaN.
     */
    public static int[] argmax(Tensor rows) {
        int width = rows.dimension(1);
        int[] indices = new int[rows.dimension(0)];
        for (int row = 0; row < indices.length; row++) {
            int best = 0;
            for (int j = 1; j < width; j++) {
                if (Float.compare(rows.data()[row * width + j], rows.data()[row * width + best]) > 0) {
                    best = j;
                }
            }
            indices[row] = best;
        }
        return indices;
    }

    private static double[] errors(float[] expected, float[] predicted, TargetScale scale) {
        double[] errors = new double[expected.length];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = scale.unscale(predicted[row]) - scale.unscale(expected[row]);
        }
        return errors;
    }

    private static double meanSquare(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }

    private static double meanAbsolute(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        return sum / values.length;
    }

    private static double variance(float[] values, TargetScale scale) {
        double mean = 0;
        for (float value : values) {
            mean += scale.unscale(value) / values.length;
        }
        double sum = 0;
        for (float value : values) {
            double difference = scale.unscale(value) - mean;
            sum += difference * difference;
        }
        return sum / values.length;
    }
}
