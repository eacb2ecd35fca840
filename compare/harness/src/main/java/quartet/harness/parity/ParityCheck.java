package quartet.harness.parity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.Experiment;
import quartet.contract.reference.NamedArrays;
import quartet.contract.reference.ReferenceAdam;
import quartet.contract.reference.ReferencePass.RowTie;
import quartet.contract.worker.ProbePhase;
import quartet.harness.microscope.Finding;
import quartet.harness.microscope.Microscope;
import quartet.harness.microscope.Observation;
import quartet.harness.microscope.Quantity;
import quartet.harness.results.Results;
import quartet.harness.results.Results.ParityStep;

/**
 * Checks the results of an engine's {@link ProbePhase} and of its first training steps.
 *
 * <ul>
 *   <li>At the common weights of each start, and one step later: logits, loss and gradients are compared with the
 *       float64 {@link Truth}, and the update with Adam in float64 on the engine's own gradients. Engines restart from
 *       common weights, because rounding alone makes the trajectories of two correct programs diverge.
 *   <li>If the loss or the gradients are so small that {@link Rounding} exceeds their tolerance, it replaces the
 *       tolerance.
 *   <li>The losses of the first 100 training steps are compared with those of the reference engine. With convolutions,
 *       only the first 25 are checked; the others are reported to show how rounding grows.
 *   <li>Predictions must not depend on the batch size, and a saved network must give bitwise equal predictions in a
 *       new JVM.
 * </ul>
 *
 * <pre>{@code difference = max |a - t| / max |t|   for each tensor a and its reference t }</pre>
 */
public final class ParityCheck {
    /** Logits, and predictions with different batch sizes. */
    static final double LOGITS = 1e-5;
    /** The loss of a probe. */
    static final double LOSS = 1e-5;
    /** Gradients, after near-ties have been excused. */
    static final double GRADIENTS = 2e-5;
    /** The update, relative to the learning rate, which is about the length of an Adam step. */
    static final double UPDATE = 1e-4;
    /** Losses of the first steps of training. */
    public static final double TRAINING_LOSSES = 1e-3;
    /** The number of losses that are checked for a network with convolutions. */
    public static final int CONVOLUTION_STEPS = 25;

    private final Experiment experiment;
    private final Truth truth;
    private final ParityAnswers reference;
    private final ParityAnswers engine;
    private final List<ParityStep> steps = new ArrayList<>();
    private final List<String> excused = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private double distance;

    public ParityCheck(Experiment experiment, Truth truth, ParityAnswers reference, ParityAnswers engine) {
        this.experiment = experiment;
        this.truth = truth;
        this.reference = reference;
        this.engine = engine;
    }

    /** Returns all comparisons in the order of the computation. The first failure is the place to start debugging. */
    public Results.Parity run() {
        engine.probes().forEach(this::probe);
        boolean convolution = experiment.spec().parameterShapes().containsKey("conv1.weight");
        int recorded = reference.losses().size();
        int judged = convolution ? Math.min(recorded, CONVOLUTION_STEPS) : recorded;
        compareLosses(1, judged, TRAINING_LOSSES);
        if (judged < recorded) {
            compareLosses(judged + 1, recorded, null);
        }
        compareSnapshots();
        comparePredictions();
        return Results.Parity.of(steps, distance, excused, suspect());
    }

    /** Returns a sentence about the mistake that explains the probes; empty if none is found. */
    private String suspect() {
        return new Microscope(experiment.spec(), experiment.training())
                .examine(observations)
                .map(Finding::toString)
                .orElse("");
    }

    private void probe(int start, List<ParityAnswers.Probe> probes) {
        TrainingSpec training = experiment.training();
        ReferenceAdam adam = new ReferenceAdam(training);
        Truth.Judged judged = truth.first(start);
        Optional<Observation> previous = Optional.empty();
        for (int step = 0; step < probes.size(); step++) {
            ParityAnswers.Probe probe = probes.get(step);
            String suffix = step == 0 ? "" : ", last batch";
            int before = steps.size();
            double expectedLoss = judged.pass().loss();
            add("logits" + suffix, start, "logits", logits(probe.logits(), judged), LOGITS);
            Rounding rounding = Rounding.of(judged);
            double lossTolerance = Math.max(LOSS, rounding.loss());
            add("loss" + suffix, start, "loss", Math.abs(probe.loss() - expectedLoss) / expectedLoss, lossTolerance);
            double gradientTolerance = Math.max(GRADIENTS, rounding.gradients());
            GradientJudge judge = GradientJudge.judge(judged, probe.gradients());
            judge.differences().forEach((name, difference) -> {
                distance = Math.max(distance, difference * GRADIENTS / gradientTolerance);
                add("gradients" + suffix, start, name, difference, gradientTolerance);
            });
            judge.excused().forEach(tie -> excused.add(describe(start, suffix, tie)));
            NamedArrays expected = adam.step(judged.weights(), probe.gradients());
            for (String name : expected.names()) {
                double error =
                        updateError(probe.updated().get(name), judged.weights().get(name), expected.get(name));
                add("update" + suffix, start, name, error / training.learningRate(), UPDATE);
            }
            previous = Optional.of(observe(judged, probe, failed(before), previous));
            if (step + 1 < probes.size()) {
                judged = truth.later(start, step + 1, probe.updated());
            }
        }
    }

    /** Returns the quantities of the failed comparisons, from an index on. */
    private Set<Quantity> failed(int from) {
        Set<Quantity> failed = EnumSet.noneOf(Quantity.class);
        for (ParityStep step : steps.subList(from, steps.size())) {
            if (!step.ok()) {
                String quantity = step.what().split(",", 2)[0];
                failed.add(Quantity.valueOf(quantity.toUpperCase(Locale.ROOT)));
            }
        }
        return failed;
    }

    private Observation observe(
            Truth.Judged judged, ParityAnswers.Probe probe, Set<Quantity> failed, Optional<Observation> previous) {
        Observation observation = new Observation(
                judged.batch(),
                judged.weights(),
                judged.pass(),
                probe.logits(),
                probe.loss(),
                probe.gradients(),
                probe.updated(),
                failed,
                previous);
        observations.add(observation);
        return observation;
    }

    private static double logits(Tensor actual, Truth.Judged judged) {
        double[][] rows = judged.pass().predictions();
        int outputs = rows[0].length;
        double[] expected = new double[rows.length * outputs];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = rows[i / outputs][i % outputs];
        }
        return Differences.between(actual, expected);
    }

    /** Returns the largest error of a weight, minus the error of rounding the weight itself to float32. */
    private static double updateError(Tensor actual, Tensor before, double[] expected) {
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            double error = Math.abs(actual.data()[i] - expected[i]) - Math.ulp(before.data()[i]);
            worst = Math.max(worst, Differences.finite(error));
        }
        return worst;
    }

    private static String describe(int start, String suffix, RowTie tie) {
        return String.format(
                Locale.ROOT,
                "start %d%s: row %d, %s, output %d, margin %.1e",
                start,
                suffix,
                tie.row(),
                tie.tie().layer(),
                tie.tie().output(),
                tie.tie().margin());
    }

    /** Adds one entry for the steps from..to: the largest difference, or the first that fails. */
    private void compareLosses(int from, int to, @Nullable Double tolerance) {
        float[] expected = reference.losses().data();
        float[] actual = engine.losses().data();
        double largest = 0;
        for (float loss : expected) {
            largest = Math.max(largest, loss);
        }
        int worst = from;
        double worstDifference = -1;
        for (int step = from; step <= to && (tolerance == null || worstDifference <= tolerance); step++) {
            double difference = Differences.finite(Math.abs((double) actual[step - 1] - expected[step - 1]) / largest);
            if (difference > worstDifference) {
                worst = step;
                worstDifference = difference;
            }
        }
        add("training loss", worst, "losses", worstDifference, tolerance);
    }

    /** Reports how far the trajectories have diverged, without a tolerance. */
    private void compareSnapshots() {
        reference.snapshots().forEach((step, expected) -> {
            Weights actual = engine.snapshots().getOrDefault(step, expected);
            for (String name : expected.names()) {
                double difference = Differences.between(actual.get(name), expected.get(name));
                add("trained weights", step, name, difference, null);
            }
        });
    }

    private void comparePredictions() {
        int last = ProbePhase.STARTS.get(ProbePhase.STARTS.size() - 1);
        Tensor saved = engine.saved();
        engine.predictions()
                .forEach((size, predictions) ->
                        add("batch of " + size, last, "predictions", Differences.between(predictions, saved), LOGITS));
        add("saved and loaded", last, "predictions", Differences.between(engine.loaded(), saved), 0.0);
    }

    private void add(String what, int step, String tensor, double difference, @Nullable Double tolerance) {
        double finite = Differences.finite(difference);
        boolean ok = tolerance == null || finite <= tolerance;
        steps.add(new ParityStep(what, step, tensor, finite, tolerance, ok));
    }
}
