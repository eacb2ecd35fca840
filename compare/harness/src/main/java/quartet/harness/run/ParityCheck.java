package quartet.harness.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.worker.ParityPhase;
import quartet.harness.report.Results;
import quartet.harness.report.Results.ParityStep;

/**
 * Compares what an engine computed in its {@link ParityPhase} with what the reference computed.
 *
 * <pre>{@code difference = max |a - r| / max |r|   for each tensor a and the reference's tensor r }</pre>
 *
 * The losses of all steps are one such tensor. With convolutions only the first steps' losses are judged, the others
 * are told: a batch has hundreds of thousands of pooling windows and rectifiers, and wherever two numbers are equal up
 * to rounding, two correct programs choose differently. From then on their paths part, twice as far every few steps,
 * just as those of one and the same engine do when its initial weights are changed in their last bit.
 *
 * <p>Likewise with the weights after the first step, those whose gradient is nothing but rounding are told and not
 * judged: Adam's first step has the same length whatever the gradient's, and only its sign counts. Sums that ought to
 * cancel leave 1e-9 in one engine and -1e-8 in another. A gradient that is exactly the same has no such excuse.
 */
final class ParityCheck {
    /** Logits, and predictions with different batch sizes. */
    static final double LOGITS = 1e-5;
    /** Gradients, and weights after one step. */
    static final double GRADIENTS = 1e-4;
    /** Gradients of a network with convolutions, whose sums are long. */
    static final double CONVOLUTION_GRADIENTS = 1e-3;
    /** Gradients that are less than this, relative to the largest of their tensor, may be nothing but rounding. */
    static final double ROUNDING = 1e-6;
    /** Losses of the first steps. */
    static final double LOSSES = 1e-3;
    /** For so long the losses of a network with convolutions are judged. */
    static final int CONVOLUTION_STEPS = 25;

    private final ParityAnswers reference;
    private final ParityAnswers engine;
    private final boolean convolution;
    private final List<ParityStep> steps = new ArrayList<>();

    ParityCheck(ParityAnswers reference, ParityAnswers engine, boolean convolution) {
        this.reference = reference;
        this.engine = engine;
        this.convolution = convolution;
    }

    /** All comparisons in the order of the computation: the first that fails is where to look. */
    Results.Parity run() {
        add("logits", 0, "logits", difference(engine.logits(), reference.logits()), LOGITS);
        double tolerance = convolution ? CONVOLUTION_GRADIENTS : GRADIENTS;
        compareAll(engine.gradients(), reference.gradients(), "gradients", 0, tolerance);
        compareLosses(1, 1, LOSSES);
        compareFirstWeights();
        int judged = convolution ? CONVOLUTION_STEPS : ParityPhase.STEPS;
        compareLosses(2, judged, LOSSES);
        // How far roundings grow is told, not judged.
        if (judged < ParityPhase.STEPS) {
            compareLosses(judged + 1, ParityPhase.STEPS, null);
        }
        for (int step : ParityPhase.SNAPSHOTS.subList(1, ParityPhase.SNAPSHOTS.size())) {
            compareAll(engine.weights(step), reference.weights(step), "weights", step, null);
        }
        List<Integer> sizes = ParityPhase.BATCH_SIZES;
        Tensor together = engine.predictions(sizes.get(sizes.size() - 1));
        for (int size : sizes.subList(0, sizes.size() - 1)) {
            Tensor apart = engine.predictions(size);
            add("batch of " + size, ParityPhase.STEPS, "predictions", difference(apart, together), LOGITS);
        }
        add("saved and loaded", ParityPhase.STEPS, "predictions", difference(engine.loaded(), engine.saved()), 0.0);
        return Results.Parity.of(steps);
    }

    private void compareAll(Weights actual, Weights expected, String what, int step, @Nullable Double tolerance) {
        for (String name : expected.names()) {
            add(what, step, name, difference(actual.get(name), expected.get(name)), tolerance);
        }
    }

    /** Where there are gradients that are nothing but rounding, a second entry tells what became of their weights. */
    private void compareFirstWeights() {
        for (String name : reference.gradients().names()) {
            Tensor should = reference.weights(1).get(name);
            Tensor is = engine.weights(1).get(name);
            Tensor gradient = engine.gradients().get(name);
            Tensor judged =
                    withoutRounding(is, should, gradient, reference.gradients().get(name));
            add("weights", 1, name, difference(judged, should), GRADIENTS);
            if (!judged.equals(is)) {
                add("weights with gradients of rounding", 1, name, difference(is, should), null);
            }
        }
    }

    /** The actual weights; if the gradients of some are nothing but rounding, a copy with the expected ones for those. */
    static Tensor withoutRounding(Tensor actual, Tensor expected, Tensor actualGradient, Tensor expectedGradient) {
        float[] gradient = expectedGradient.data();
        if (actual.size() != gradient.length || actualGradient.size() != gradient.length) {
            return actual;
        }
        double largest = 0;
        for (float g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        float[] weights = actual.data().clone();
        boolean some = false;
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(gradient[i]) < ROUNDING * largest && actualGradient.data()[i] != gradient[i]) {
                weights[i] = expected.data()[i];
                some = true;
            }
        }
        return some ? new Tensor(actual.shape(), weights) : actual;
    }

    /** One entry for steps from..to: the worst, or the first that fails. */
    private void compareLosses(int from, int to, @Nullable Double tolerance) {
        float[] expected = reference.losses().data();
        float[] actual = engine.losses().data();
        double largest = 0;
        for (float loss : expected) {
            largest = Math.max(largest, loss);
        }
        double scale = largest == 0 ? 1 : largest;
        int worst = from;
        double worstDifference = -1;
        for (int step = from; step <= to && (tolerance == null || worstDifference <= tolerance); step++) {
            double difference = finite(Math.abs((double) actual[step - 1] - expected[step - 1]) / scale);
            if (difference > worstDifference) {
                worst = step;
                worstDifference = difference;
            }
        }
        add("loss", worst, "loss", worstDifference, tolerance);
    }

    private void add(String what, int step, String tensor, double difference, @Nullable Double tolerance) {
        boolean ok = tolerance == null || difference <= tolerance;
        steps.add(new ParityStep(what, step, tensor, difference, tolerance, ok));
    }

    /** The largest difference, relative to the largest number of the reference. */
    static double difference(Tensor actual, Tensor expected) {
        if (!Arrays.equals(actual.shape(), expected.shape())) {
            return Double.MAX_VALUE;
        }
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.data()[i]));
            worst = Math.max(worst, finite(Math.abs((double) actual.data()[i] - expected.data()[i])));
        }
        return largest == 0 || worst == Double.MAX_VALUE ? worst : finite(worst / largest);
    }

    /** NaN must not pass as small. */
    private static double finite(double difference) {
        return Double.isFinite(difference) ? difference : Double.MAX_VALUE;
    }
}
