package quartet.scratch.evaluation.resampling;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * K-fold cross-validation: the score of a model on the held-out rows of each fold.
 * <pre>{@code
 * for each fold:  predictor = model.fit(train);   s_fold = score(test, predictor)
 * mean = 1/k sum s_fold;   standardDeviation = sqrt(1/(k-1) sum (s_fold - mean)^2)
 * }</pre>
 * The training sets of the folds overlap, so their scores are not independent. The standard deviation is a rough guide
 * and not a basis for a confidence interval.
 * Source: Hastie, Tibshirani, Friedman (2009), section 7.10; Bengio, Grandvalet (2004), "No Unbiased Estimator of the
 * Variance of K-Fold Cross-Validation".
 *
 * @param trainScores the score of each fold on its training rows
 * @param testScores the score of each fold on its test rows
 */
public record CrossValidation(List<Double> trainScores, List<Double> testScores) {

    /** Creates a result from the scores of all folds. */
    public CrossValidation {
        Require.notNull("CrossValidation", "trainScores", trainScores);
        Require.notNull("CrossValidation", "testScores", testScores);
        trainScores = List.copyOf(trainScores);
        testScores = List.copyOf(testScores);
    }

    /**
     * Trains and scores a model on every fold.
     *
     * @param x the features [rows, features]
     * @param y the values, or classes as numbers [rows]
     * @param folds the folds, for example from {@link Folds}
     * @throws IllegalArgumentException if the lengths differ, there are no rows or fewer than two folds, a number is
     *     not finite, a fold contains a row out of range, or the predictor does not return one prediction for each row
     */
    public static CrossValidation of(Model model, double[][] x, double[] y, List<Fold> folds, Score score) {
        requireTable(x, y, folds);
        List<Double> trainScores = new ArrayList<>();
        List<Double> testScores = new ArrayList<>();
        for (Fold fold : folds) {
            Predictor predictor = model.fit(Fold.select(x, fold.train()), Fold.select(y, fold.train()));
            trainScores.add(score(predictor, x, y, fold.train(), score));
            testScores.add(score(predictor, x, y, fold.test(), score));
        }
        return new CrossValidation(trainScores, testScores);
    }

    /** Returns the mean of the test scores. */
    public double mean() {
        return mean(testScores);
    }

    /** Returns the standard deviation of the test scores, with divisor k - 1. */
    public double standardDeviation() {
        double mean = mean();
        double squares =
                testScores.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
        return Math.sqrt(squares / (testScores.size() - 1));
    }

    /** Returns the mean of the training scores. A mean that is much better than {@link #mean} indicates overfitting. */
    public double trainMean() {
        return mean(trainScores);
    }

    private static double mean(List<Double> scores) {
        return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double score(Predictor predictor, double[][] x, double[] y, int[] rows, Score score) {
        double[] predicted = predictor.predict(Fold.select(x, rows));
        RequireArray.sameLength("CrossValidation", "predictions", rows.length, predicted.length);
        return score.of(Fold.select(y, rows), predicted);
    }

    private static void requireTable(double[][] x, double[] y, List<Fold> folds) {
        RequireArray.sameLength("CrossValidation", "targets", x.length, y.length);
        RequireArray.finite("CrossValidation", "targets", y);
        Require.atLeast("CrossValidation", "folds", 2, folds.size());
        for (double[] row : x) {
            if (row.length != x[0].length) {
                throw new IllegalArgumentException(
                        "CrossValidation: expected " + x[0].length + " features in every row, but was " + row.length);
            }
            RequireArray.finite("CrossValidation", "features", row);
        }
        for (Fold fold : folds) {
            Require.atLeast("CrossValidation", "training rows", 1, fold.train().length);
            Require.atLeast("CrossValidation", "test rows", 1, fold.test().length);
            RequireArray.labels("CrossValidation: rows of a fold", fold.train(), x.length);
            RequireArray.labels("CrossValidation: rows of a fold", fold.test(), x.length);
        }
    }
}
