package quartet.scratch.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;

/**
 * Cross-validated scores while one thing changes: the number of examples, or a setting of the model.
 *
 * <p>A gap between the two curves that does not close is variance: more data or a simpler model helps. Two bad curves
 * close together are bias: a richer model helps. Source: Hastie, Tibshirani, Friedman (2009), sections 7.2 and 7.10.
 *
 * @param points in the order in which the values were given
 */
public record ScoreCurve(List<Point> points) {

    /**
     * The scores at one value.
     *
     * @param value the number of training rows, or the setting
     * @param scores of every fold
     */
    public record Point(double value, CrossValidation scores) {}

    /** A curve of the given points. */
    public ScoreCurve {
        points = List.copyOf(points);
    }

    /**
     * The learning curve: scores by the number of training rows. Each fold's training rows are shuffled once, and of
     * them the first so many are used: a longer training set contains the shorter ones. The test sets stay whole.
     *
     * @param sizes numbers of training rows, each at most the smallest fold's
     * @throws IllegalArgumentException as {@link CrossValidation#of}, or if a size is not such a number
     */
    public static ScoreCurve learning(
            Model model, double[][] x, double[] y, List<Fold> folds, int[] sizes, Score score, RandomGenerator random) {
        List<int[]> shuffled =
                folds.stream().map(fold -> Folds.shuffled(fold.train(), random)).toList();
        List<Point> points = new ArrayList<>();
        for (int size : sizes) {
            Require.atLeast("ScoreCurve.learning", "training rows", 1, size);
            List<Fold> shortened = new ArrayList<>();
            for (int i = 0; i < folds.size(); i++) {
                Require.atLeast("ScoreCurve.learning", "training rows in every fold", size, shuffled.get(i).length);
                int[] train = Arrays.copyOf(shuffled.get(i), size);
                Arrays.sort(train);
                shortened.add(new Fold(train, folds.get(i).test()));
            }
            points.add(new Point(size, CrossValidation.of(model, x, y, shortened, score)));
        }
        return new ScoreCurve(points);
    }

    /**
     * The validation curve: scores by a setting of the model, such as its degree, width or penalty.
     *
     * @param models the model for a setting
     * @param values the settings
     * @throws IllegalArgumentException as {@link CrossValidation#of}
     */
    public static ScoreCurve validation(
            DoubleFunction<Model> models, double[] values, double[][] x, double[] y, List<Fold> folds, Score score) {
        return new ScoreCurve(IntStream.range(0, values.length)
                .mapToObj(i -> new Point(values[i], CrossValidation.of(models.apply(values[i]), x, y, folds, score)))
                .toList());
    }
}
