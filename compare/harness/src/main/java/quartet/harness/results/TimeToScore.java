package quartet.harness.results;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.stat.StatUtils;
import quartet.harness.results.Results.Epoch;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Summary.Target;

/**
 * Computes when a training reaches a score. All engines are compared at the same score: the best that every run
 * reaches at some epoch.
 */
final class TimeToScore {
    private TimeToScore() {}

    /** Returns the best score that every one of these runs reaches; empty if none has epochs. */
    static OptionalDouble common(List<Run> runs) {
        OptionalDouble common = OptionalDouble.empty();
        for (Run run : runs) {
            boolean error = isError(run);
            OptionalDouble best = error
                    ? run.epochs().stream().mapToDouble(Epoch::score).min()
                    : run.epochs().stream().mapToDouble(Epoch::score).max();
            if (best.isPresent() && (common.isEmpty() || reaches(common.getAsDouble(), best.getAsDouble(), error))) {
                common = best;
            }
        }
        return common;
    }

    /** Returns the medians over the runs; empty if none reaches the score. */
    public static Optional<Target> median(List<Run> runs, double score) {
        List<Target> all = runs.stream().flatMap(run -> of(run, score).stream()).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Target(
                score,
                StatUtils.percentile(all.stream().mapToDouble(Target::epochs).toArray(), 50),
                StatUtils.percentile(all.stream().mapToDouble(Target::seconds).toArray(), 50)));
    }

    private static Optional<Target> of(Run run, double score) {
        double seconds = 0;
        for (int i = 0; i < run.epochs().size(); i++) {
            Epoch epoch = run.epochs().get(i);
            seconds += epoch.seconds();
            if (reaches(epoch.score(), score, isError(run))) {
                return Optional.of(new Target(score, i + 1, seconds));
            }
        }
        return Optional.empty();
    }

    private static boolean reaches(double own, double wanted, boolean error) {
        return error ? own <= wanted : own >= wanted;
    }

    /** Returns whether a smaller score is better. */
    private static boolean isError(Run run) {
        return run.scores().containsKey("rmse");
    }
}
