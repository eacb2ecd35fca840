package quartet.harness.results;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.StatUtils;
import quartet.harness.results.Results.Run;

/**
 * A run whose training time is far from those of the other rounds. It is reported, but remains part of all figures.
 *
 * <pre>{@code
 * x_k = ln(seconds of round k);   MAD = median |x_k - median x|
 * outlier: |x_k - median x| > 3.5 * 1.4826 MAD,  and the time differs from the median by more than 5 %
 * }</pre>
 *
 * The second condition excludes small differences that exceed the first limit only because all other times are nearly
 * equal. Source: Iglewicz and Hoaglin (1993), modified z-score.
 *
 * @param round of the run
 * @param seconds of its training
 * @param timesMedian its seconds divided by the median of all rounds
 */
public record Outlier(int round, double seconds, double timesMedian) {
    /** With fewer rounds, the median absolute deviation is unreliable. */
    static final int MINIMUM_ROUNDS = 5;

    private static final double LIMIT = 3.5;
    private static final double NORMAL_CONSISTENCY = 1.4826;
    private static final double NEGLIGIBLE = Math.log(1.05);

    /** Returns the outliers among the runs of one engine. */
    public static List<Outlier> of(List<Run> runs) {
        List<Run> timed =
                runs.stream().filter(run -> run.trainSeconds() != null).toList();
        if (timed.size() < MINIMUM_ROUNDS) {
            return List.of();
        }
        double[] logarithms = timed.stream().mapToDouble(Outlier::logarithm).toArray();
        double median = StatUtils.percentile(logarithms, 50);
        double[] deviations = new double[logarithms.length];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = Math.abs(logarithms[i] - median);
        }
        double limit = Math.max(NEGLIGIBLE, LIMIT * NORMAL_CONSISTENCY * StatUtils.percentile(deviations, 50));
        List<Outlier> outliers = new ArrayList<>();
        for (int i = 0; i < deviations.length; i++) {
            if (deviations[i] > limit) {
                outliers.add(
                        new Outlier(timed.get(i).round(), Math.exp(logarithms[i]), Math.exp(logarithms[i] - median)));
            }
        }
        return outliers;
    }

    private static double logarithm(Run run) {
        Double seconds = run.trainSeconds();
        return seconds == null ? Double.NaN : Math.log(seconds);
    }
}
