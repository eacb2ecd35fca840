package quartet.harness.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import quartet.contract.Batch;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.experiment.Experiment;
import quartet.contract.worker.ProbePhase;
import quartet.contract.worker.TrainingPhase;
import quartet.harness.parity.ParityAnswers;
import quartet.harness.parity.ParityCheck;
import quartet.harness.parity.Truth;
import quartet.harness.results.Results;

/** Probes a {@link FlawedLearner} at the weights that a correct one reaches, and judges its answers. */
final class ProbedLearner {
    private final Experiment experiment;
    private final Map<Integer, Weights> starts = new LinkedHashMap<>();

    ProbedLearner(Experiment experiment) {
        this.experiment = experiment;
        FlawedLearner correct = new FlawedLearner(
                new FlawedLearner.Start(experiment.spec(), experiment.training(), experiment.initial()));
        int last = ProbePhase.STARTS.get(ProbePhase.STARTS.size() - 1);
        for (int step = 0; step <= last; step++) {
            if (ProbePhase.STARTS.contains(step)) {
                starts.put(step, correct.weights);
            }
            Batch batch = batch(step, 0);
            correct.train(batch, correct.gradients(batch));
        }
    }

    private Batch batch(int start, int step) {
        return ProbePhase.batch(
                experiment.data().train(),
                experiment.order(),
                experiment.training().batchSize(),
                start,
                step);
    }

    /** The verdict on a learner. Training losses and predictions are those of the reference. */
    Results.Parity judge(Function<FlawedLearner.Start, FlawedLearner> factory) {
        Map<Integer, List<ParityAnswers.Probe>> probes = new LinkedHashMap<>();
        starts.forEach((start, weights) -> {
            FlawedLearner learner =
                    factory.apply(new FlawedLearner.Start(experiment.spec(), experiment.training(), weights));
            List<ParityAnswers.Probe> steps = new ArrayList<>();
            for (int step = 0; step < ProbePhase.STEPS; step++) {
                steps.add(learner.probe(batch(start, step)));
            }
            probes.put(start, steps);
        });
        float[] losses = new float[TrainingPhase.RECORDED_STEPS];
        Arrays.fill(losses, 1);
        Tensor predictions = Tensor.of(new float[] {1}, 1, 1);
        ParityAnswers answers =
                new ParityAnswers(Tensor.vector(losses), Map.of(), probes, Map.of(), predictions, predictions);
        return new ParityCheck(experiment, new Truth(experiment, starts), answers, answers).run();
    }
}
