package quartet.scratch.evaluation.resampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;

/**
 * The choice of hyper-parameters by cross-validation.
 * <pre>{@code best = argmax or argmin over the candidates of the mean test score of their folds}</pre>
 * The mean score of the best candidate is biased towards good values, because it is the best of many. Evaluate the chosen
 * model on rows that took no part in the search.
 * Source: Hastie, Tibshirani, Friedman (2009), section 7.10; Bergstra, Bengio (2012), "Random Search for Hyper-Parameter
 * Optimization", which shows that random candidates need fewer trials than a grid if few parameters matter.
 *
 * @param <P> the type of a candidate, such as a record of hyper-parameters or a point of a {@link ParameterGrid}
 * @param trials all candidates with their scores, best first; of equal scores the earlier candidate
 */
public record HyperparameterSearch<P>(List<Trial<P>> trials) {

    /** Whether a larger or a smaller score is better. */
    public enum Goal {
        /** A larger score is better, as for accuracy. */
        MAXIMIZE,
        /** A smaller score is better, as for an error. */
        MINIMIZE
    }

    /**
     * A candidate with its scores.
     *
     * @param parameters the candidate
     * @param scores its scores on all folds
     */
    public record Trial<P>(P parameters, CrossValidation scores) {
        /** Rejects null. */
        public Trial {
            Require.notNull("Trial", "parameters", parameters);
            Require.notNull("Trial", "scores", scores);
        }
    }

    /** Copies the trials. */
    public HyperparameterSearch {
        Require.atLeast("HyperparameterSearch", "candidates", 1, trials.size());
        trials = List.copyOf(trials);
    }

    /** The data, folds and score that all candidates share. */
    public record Task(double[][] x, double[] y, List<Fold> folds, Score score, Goal goal) {
        /** Rejects null. */
        public Task {
            Require.notNull("Task", "x", x);
            Require.notNull("Task", "y", y);
            Require.notNull("Task", "folds", folds);
            Require.notNull("Task", "score", score);
            Require.notNull("Task", "goal", goal);
        }
    }

    /**
     * Evaluates every candidate of a list, such as {@link ParameterGrid#points}.
     *
     * @param models maps a candidate to a model
     * @throws IllegalArgumentException if there is no candidate, or as {@link CrossValidation#of}
     */
    public static <P> HyperparameterSearch<P> of(List<P> candidates, Function<P, Model> models, Task task) {
        List<Trial<P>> trials = new ArrayList<>();
        for (P candidate : candidates) {
            Model model = models.apply(candidate);
            trials.add(
                    new Trial<>(candidate, CrossValidation.of(model, task.x(), task.y(), task.folds(), task.score())));
        }
        Comparator<Trial<P>> smallestFirst =
                Comparator.comparingDouble(trial -> trial.scores().mean());
        trials.sort(task.goal() == Goal.MINIMIZE ? smallestFirst : smallestFirst.reversed());
        return new HyperparameterSearch<>(trials);
    }

    /**
     * Evaluates random candidates.
     *
     * @param draw draws a candidate; draw a parameter whose magnitude is unknown as a power of ten
     * @param count the number of candidates, at least 1
     * @throws IllegalArgumentException if the count is not positive, or as {@link CrossValidation#of}
     */
    public static <P> HyperparameterSearch<P> random(
            Function<RandomGenerator, P> draw,
            int count,
            RandomGenerator random,
            Function<P, Model> models,
            Task task) {
        Require.positive("HyperparameterSearch.random", "candidates", count);
        List<P> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(draw.apply(random));
        }
        return of(candidates, models, task);
    }

    /** Returns the best candidate. */
    public P best() {
        return trials.get(0).parameters();
    }
}
