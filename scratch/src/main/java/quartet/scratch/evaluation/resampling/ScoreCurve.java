package quartet.scratch.evaluation.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;

/**
 * Cross-validated scores as a function of the number of training rows or of a hyper-parameter.
 *
 * <p>A persistent gap between the training and the test curve indicates variance, which more data or a simpler model
 * reduces. Two poor curves close together indicate bias, which a richer model reduces.
 * Source: Hastie, Tibshirani, Friedman (2009), sections 7.2 and 7.10.
 *
 * @param points the points in the given order
 */
public record ScoreCurve(List<Point> points) {

    /**
     * A point of the curve.
     *
     * @param value the number of training rows or the hyper-parameter
     * @param scores the scores of all folds
     */
    public record Point(double value, CrossValidation scores) {
        /** Rejects null. */
        public Point {
            Require.notNull("Point", "scores", scores);
        }
    }

    /** Creates a curve of the given points. */
    public ScoreCurve {
        Require.notNull("ScoreCurve", "points", points);
        points = List.copyOf(points);
    }

    /**
     * Returns the learning curve, the scores by the number of training rows. The training rows of each fold are
     * shuffled once, so a larger training set contains the smaller ones. The test sets are not reduced.
     *
     * @param sizes the numbers of training rows, each at most the size of the smallest training set
     * @throws IllegalArgumentException as {@link CrossValidation#of}, or if a size is out of range
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
     * Returns the validation curve, the scores by a hyper-parameter such as a degree, a width or a penalty.
     *
     * @param models maps the hyper-parameter to a model
     * @param values the values of the hyper-parameter
     * @throws IllegalArgumentException as {@link CrossValidation#of}
     */
    public static ScoreCurve validation(
            DoubleFunction<Model> models, double[] values, double[][] x, double[] y, List<Fold> folds, Score score) {
        return new ScoreCurve(IntStream.range(0, values.length)
                .mapToObj(i -> new Point(values[i], CrossValidation.of(models.apply(values[i]), x, y, folds, score)))
                .toList());
    }
}
