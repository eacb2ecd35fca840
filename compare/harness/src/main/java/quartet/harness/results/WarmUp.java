package quartet.harness.results;

import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.StatUtils;
import quartet.harness.results.Results.Epoch;

/**
 * The time that a training takes to reach its steady speed. The steady epoch is the median of the second half of the
 * epochs. The warm-up lasts until the first epoch that takes at most 10 % longer than the steady epoch.
 *
 * @param epochs of the warm-up; 0 if the first epoch is as fast as the later ones
 * @param seconds of these epochs in excess of the same number of steady epochs
 * @param steadyEpochSeconds of a steady epoch
 */
public record WarmUp(double epochs, double seconds, double steadyEpochSeconds) {
    /** With fewer epochs, the second half is too short for a reliable median. */
    static final int MINIMUM_EPOCHS = 4;

    private static final double LIMIT = 1.1;

    /** Returns the warm-up of one run; empty if it has fewer than {@value #MINIMUM_EPOCHS} epochs. */
    public static Optional<WarmUp> of(List<Epoch> epochs) {
        int n = epochs.size();
        if (n < MINIMUM_EPOCHS) {
            return Optional.empty();
        }
        double[] seconds = epochs.stream().mapToDouble(Epoch::seconds).toArray();
        double steady = StatUtils.percentile(seconds, n / 2, n - n / 2, 50);
        int count = 0;
        double excess = 0;
        while (count < n / 2 && seconds[count] > LIMIT * steady) {
            excess += seconds[count] - steady;
            count++;
        }
        return Optional.of(new WarmUp(count, excess, steady));
    }

    /** Returns the medians over the runs; empty if all runs are too short. */
    public static Optional<WarmUp> median(List<Results.Run> runs) {
        List<WarmUp> all =
                runs.stream().flatMap(run -> of(run.epochs()).stream()).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WarmUp(
                StatUtils.percentile(all.stream().mapToDouble(WarmUp::epochs).toArray(), 50),
                StatUtils.percentile(all.stream().mapToDouble(WarmUp::seconds).toArray(), 50),
                StatUtils.percentile(
                        all.stream().mapToDouble(WarmUp::steadyEpochSeconds).toArray(), 50)));
    }
}
