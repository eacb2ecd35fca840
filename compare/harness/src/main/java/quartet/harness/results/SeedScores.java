package quartet.harness.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.stat.StatUtils;
import quartet.harness.results.Results.Run;

/**
 * Statistics of scores over several seeds. Each seed determines another split, initialization and order, and counts
 * once.
 */
final class SeedScores {
    private SeedScores() {}

    /** Returns the mean of each score over the seeds; empty with fewer than two seeds. */
    static Map<String, Interval> intervals(List<Run> runs) {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        if (!runs.isEmpty()) {
            for (String name : runs.get(0).scores().keySet()) {
                Map<Long, Double> scores = bySeed(runs, name);
                if (scores.size() > 1) {
                    intervals.put(name, Interval.of(values(scores)));
                }
            }
        }
        return intervals;
    }

    /**
     * Returns the mean difference of each score from the reference's score with the same seed. Pairing by seed removes
     * the variation between splits, which exceeds that between engines. Empty with fewer than two common seeds.
     */
    static Map<String, Interval> differences(List<Run> runs, List<Run> reference) {
        Map<String, Interval> differences = new LinkedHashMap<>();
        if (!runs.isEmpty()) {
            for (String name : runs.get(0).scores().keySet()) {
                Map<Long, Double> scores = bySeed(runs, name);
                Map<Long, Double> others = bySeed(reference, name);
                scores.keySet().retainAll(others.keySet());
                scores.replaceAll((seed, score) -> score - others.getOrDefault(seed, Double.NaN));
                if (scores.size() > 1) {
                    differences.put(name, Interval.of(values(scores)));
                }
            }
        }
        return differences;
    }

    /** Returns the mean score over the rounds of each seed. */
    private static Map<Long, Double> bySeed(List<Run> runs, String name) {
        Map<Long, List<Double>> scores = new TreeMap<>();
        for (Run run : runs) {
            Long seed = run.seed();
            Double score = run.scores().get(name);
            if (seed != null && score != null) {
                scores.computeIfAbsent(seed, key -> new ArrayList<>()).add(score);
            }
        }
        Map<Long, Double> means = new TreeMap<>();
        scores.forEach((seed, list) -> means.put(
                seed,
                StatUtils.mean(list.stream().mapToDouble(Double::doubleValue).toArray())));
        return means;
    }

    private static double[] values(Map<Long, Double> scores) {
        return scores.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
