package quartet.harness.microscope;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;

/**
 * Tests each {@link Hypothesis} on the failed steps of an engine, and names the one that explains them.
 *
 * <p>Logits, loss and gradients are examined first, and updates only if all of these are correct. A hypothesis
 * explains a step if its numbers are many times closer to the engine's than the specification's are. It must explain
 * every number outside the tolerance. If several hypotheses do, the best one is reported. A mistake that no hypothesis
 * covers is not named.
 *
 * <pre>{@code
 * explained:  h <= s / factor,  or  h <= 1e-6 and h <= s / 5          for each failed comparison;
 *             the geometric mean of s / h is at least the mean factor, or all h <= 1e-6
 * best:       the largest mean of log(s / h)
 * s, h        distance of the engine from the specification and from the hypothesis, see Misfit
 * }</pre>
 */
public final class Microscope {
    /** Rounding of float32, in the norm of {@link Misfit}. */
    private static final double NOISE = 1e-6;
    /** The required factor for a hypothesis whose distance is mere rounding. */
    private static final double NOISE_FACTOR = 5;
    /** The distance that replaces 0 for an exact match. */
    private static final double SMALLEST = 1e-12;

    private final ModelSpec spec;
    private final TrainingSpec training;

    public Microscope(ModelSpec spec, TrainingSpec training) {
        this.spec = spec;
        this.training = training;
    }

    /**
     * Returns the mistake that explains an engine's probes; empty if all numbers are within tolerance or no hypothesis
     * explains the others.
     */
    public Optional<Finding> examine(List<Observation> observations) {
        Set<Quantity> scope = EnumSet.of(Quantity.LOGITS, Quantity.LOSS, Quantity.GRADIENTS);
        if (observations.stream().flatMap(o -> o.failed().stream()).noneMatch(scope::contains)) {
            scope = EnumSet.of(Quantity.UPDATE);
        }
        List<Case> cases = cases(observations, scope);
        double best = 0;
        Optional<Finding> finding = Optional.empty();
        for (Hypothesis candidate : cases.isEmpty() ? List.<Hypothesis>of() : hypotheses(cases.get(0), scope)) {
            Score score = new Score(candidate);
            for (int i = 0; i < cases.size() && score.possible; i++) {
                score.add(cases.get(i));
            }
            if (score.explains() && score.mean() > best) {
                best = score.mean();
                finding = Optional.of(score.finding());
            }
        }
        return finding;
    }

    /** A step, with the distances of its failed quantities from the specification. */
    private record Case(Observation observation, Map<Quantity, Double> specification) {}

    private List<Case> cases(List<Observation> observations, Set<Quantity> scope) {
        List<Case> cases = new ArrayList<>();
        for (Observation observation : observations) {
            Map<Quantity, Double> specification = Misfit.pass(observation, observation.truth());
            specification.keySet().retainAll(scope);
            if (scope.contains(Quantity.UPDATE)) {
                specification.put(Quantity.UPDATE, AdamRule.of(training).misfit(observation));
            }
            specification.keySet().retainAll(observation.failed());
            if (!specification.isEmpty()) {
                cases.add(new Case(observation, specification));
            }
        }
        return cases;
    }

    private List<Hypothesis> hypotheses(Case first, Set<Quantity> scope) {
        List<Hypothesis> result = new ArrayList<>(LastBatch.all(spec, training));
        result.addAll(scope.contains(Quantity.UPDATE) ? AdamMistake.all(training) : spec.accept(new Hypotheses()));
        result.addAll(WeightDecay.all(training, first.observation()));
        return result;
    }

    /** The evidence for one hypothesis over the cases so far. */
    private static final class Score {
        private final Hypothesis candidate;
        private boolean possible = true;
        private double specification;
        private double hypothesis;
        private double sum;
        private int count;

        Score(Hypothesis candidate) {
            this.candidate = candidate;
        }

        void add(Case failed) {
            Map<Quantity, Double> misfits = candidate.misfits(failed.observation());
            failed.specification().forEach((quantity, s) -> {
                double h = misfits.getOrDefault(quantity, Double.MAX_VALUE);
                possible &= h <= s / candidate.factor() || (h <= NOISE && h <= s / NOISE_FACTOR);
                specification = Math.max(specification, s);
                hypothesis = Math.max(hypothesis, h);
                sum += Math.log(s / Math.max(h, SMALLEST));
                count++;
            });
        }

        boolean explains() {
            return possible && (hypothesis <= NOISE || mean() >= Math.log(candidate.meanFactor()));
        }

        double mean() {
            return sum / count;
        }

        Finding finding() {
            return new Finding(candidate.suspect(), candidate.detail(), specification, hypothesis);
        }
    }
}
