package quartet.harness.parity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.experiment.Experiment;
import quartet.contract.worker.ProbePhase;
import quartet.contract.worker.TrainingPhase;
import quartet.contract.worker.WorkerFolder;
import quartet.harness.worker.Answers;
import quartet.harness.worker.BadAnswerException;

/**
 * The results of an engine's first training steps and of its {@link ProbePhase}. All tensors are present, with the
 * names and shapes of the experiment.
 *
 * @param losses of the first steps of training
 * @param snapshots weights by step of training, for each of {@link ProbePhase#STARTS} but the first
 * @param probes the steps from each of {@link ProbePhase#STARTS}; empty before the probe phase
 * @param predictions by batch size, for each of {@link ProbePhase#BATCH_SIZES} [rows, outputs]
 * @param saved predictions of the network before it was saved [rows, outputs]
 * @param loaded predictions of the network after a new process loaded it [rows, outputs]
 */
public record ParityAnswers(
        Tensor losses,
        Map<Integer, Weights> snapshots,
        Map<Integer, List<Probe>> probes,
        Map<Integer, Tensor> predictions,
        Tensor saved,
        Tensor loaded) {

    /**
     * One step from a start.
     *
     * @param logits of the batch, before the update [rows, outputs]
     * @param loss of the batch, before the update
     * @param gradients of that loss
     * @param updated the weights after the update
     */
    public record Probe(Tensor logits, double loss, Weights gradients, Weights updated) {}

    /**
     * Reads the weights after the first steps of training, by step.
     *
     * @throws BadAnswerException if a file is missing, damaged, or contains unexpected tensors
     */
    public static Map<Integer, Weights> snapshots(WorkerFolder folder, Experiment experiment)
            throws BadAnswerException {
        Map<Integer, Weights> snapshots = new LinkedHashMap<>();
        for (int step : ProbePhase.STARTS) {
            if (step > 0) {
                snapshots.put(
                        step,
                        Answers.weights(folder.weights(step), experiment.spec().parameterShapes()));
            }
        }
        return snapshots;
    }

    /**
     * Reads the files of one engine into memory, where no later worker can change them.
     *
     * @throws BadAnswerException if a file is missing, damaged, or contains unexpected tensors
     */
    public static ParityAnswers read(WorkerFolder folder, Experiment experiment) throws BadAnswerException {
        Map<Integer, List<Probe>> probes = new LinkedHashMap<>();
        for (int start : ProbePhase.STARTS) {
            List<Probe> steps = new ArrayList<>();
            for (int step = 0; step < ProbePhase.STEPS; step++) {
                steps.add(probe(folder, experiment, start, step));
            }
            probes.put(start, steps);
        }
        int testRows = Math.min(ProbePhase.TEST_ROWS, experiment.data().test().rows());
        int[] shape = {testRows, experiment.spec().outputs()};
        Map<Integer, Tensor> predictions = new LinkedHashMap<>();
        for (int size : ProbePhase.BATCH_SIZES) {
            predictions.put(size, Answers.tensor(folder.batches(size), "predictions", shape));
        }
        return new ParityAnswers(
                Answers.tensor(folder.losses(), "losses", TrainingPhase.RECORDED_STEPS),
                snapshots(folder, experiment),
                probes,
                predictions,
                Answers.tensor(folder.saved(), "predictions", shape),
                Answers.tensor(folder.loaded(), "predictions", shape));
    }

    private static Probe probe(WorkerFolder folder, Experiment experiment, int start, int step)
            throws BadAnswerException {
        ModelSpec spec = experiment.spec();
        int rows = ProbePhase.batch(
                        experiment.data().train(),
                        experiment.order(),
                        experiment.training().batchSize(),
                        start,
                        step)
                .rows();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("logits", new int[] {rows, spec.outputs()});
        shapes.put("loss", new int[] {1});
        spec.parameterShapes().forEach((name, shape) -> {
            shapes.put("gradient." + name, shape);
            shapes.put("weight." + name, shape);
        });
        Weights all = Answers.weights(folder.probe(start, step), shapes);
        return new Probe(
                all.get("logits"), all.get("loss").data()[0], part(all, spec, "gradient."), part(all, spec, "weight."));
    }

    private static Weights part(Weights all, ModelSpec spec, String prefix) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        spec.parameterShapes().keySet().forEach(name -> tensors.put(name, all.get(prefix + name)));
        return new Weights(tensors);
    }
}
