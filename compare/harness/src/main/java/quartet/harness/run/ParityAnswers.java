package quartet.harness.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.experiment.Experiment;
import quartet.contract.worker.ParityPhase;
import quartet.datasets.Features;
import quartet.harness.worker.AnswerFolder;
import quartet.harness.worker.BadAnswerException;

/**
 * What an engine computed in its {@link ParityPhase}: every tensor there, with the name and the shape that the
 * experiment gives it.
 *
 * @param logits of the first batch, before any step [rows, outputs]
 * @param gradients of the first batch, before any step
 * @param losses of the first steps [{@link ParityPhase#STEPS}]
 * @param weights by step, after each of {@link ParityPhase#SNAPSHOTS}
 * @param predictions by batch size, for each of {@link ParityPhase#BATCH_SIZES} [rows, outputs]
 * @param saved predictions of the network that was saved [rows, outputs]
 * @param loaded predictions of the network that a new process loaded [rows, outputs]
 */
record ParityAnswers(
        Tensor logits,
        Weights gradients,
        Tensor losses,
        Map<Integer, Weights> weights,
        Map<Integer, Tensor> predictions,
        Tensor saved,
        Tensor loaded) {

    /**
     * Reads the files of one engine into memory.
     *
     * @throws BadAnswerException if a file is missing, damaged, or holds other tensors than the experiment asks for
     */
    static ParityAnswers read(Path folder, Experiment experiment) throws BadAnswerException {
        AnswerFolder files = new AnswerFolder(folder);
        ModelSpec spec = experiment.spec();
        int batch = Math.min(
                experiment.training().batchSize(), experiment.data().train().rows());
        int[] first = {batch, spec.outputs()};
        Features test = experiment.data().test().features();
        int[] rows = {Math.min(ParityPhase.TEST_ROWS, test.rows()), spec.outputs()};
        Map<Integer, Weights> weights = new LinkedHashMap<>();
        for (int step : ParityPhase.SNAPSHOTS) {
            weights.put(step, files.weights("weights-" + step, spec.parameterShapes()));
        }
        Map<Integer, Tensor> predictions = new LinkedHashMap<>();
        for (int size : ParityPhase.BATCH_SIZES) {
            predictions.put(size, files.tensor("batch-" + size, rows));
        }
        return new ParityAnswers(
                files.tensor("logits", first),
                files.weights("gradients", spec.parameterShapes()),
                files.tensor("losses", ParityPhase.STEPS),
                weights,
                predictions,
                files.tensor("saved", rows),
                files.tensor("loaded", rows));
    }

    Weights weights(int step) {
        return of(weights, step);
    }

    Tensor predictions(int batchSize) {
        return of(predictions, batchSize);
    }

    private static <T> T of(Map<Integer, T> map, int key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "expected one of " + Arrays.toString(map.keySet().toArray()) + ", but was " + key);
        }
        return value;
    }
}
