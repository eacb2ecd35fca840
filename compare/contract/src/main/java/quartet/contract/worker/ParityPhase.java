package quartet.contract.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quartet.contract.Batch;
import quartet.contract.Engine;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.BatchOrder;
import quartet.contract.experiment.Predictions;
import quartet.contract.experiment.Trainer;
import quartet.contract.experiment.TrainingListener;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.datasets.Examples;
import quartet.datasets.Features;

/**
 * Writes down what an engine computes in its first steps, so that the harness can compare it with another's.
 *
 * <pre>{@code
 * logits.safetensors           predictions for the first batch, before any step
 * gradients.safetensors        of the first batch, before any step
 * losses.safetensors           of the first STEPS steps
 * weights-<step>.safetensors   after the steps in SNAPSHOTS
 * batch-<size>.safetensors     predictions for some test rows, that many at a time, after the steps
 * saved.safetensors            predictions after the steps; model/ holds the saved network
 * loaded.safetensors           predictions of the network that a new JVM loaded from model/
 * }</pre>
 */
public final class ParityPhase {
    /** How many steps are compared. */
    public static final int STEPS = 100;
    /** The steps after which weights are compared. */
    public static final List<Integer> SNAPSHOTS = List.of(1, 10, STEPS);
    /** The batch sizes with which predictions are compared. */
    public static final List<Integer> BATCH_SIZES = List.of(1, 7, 64);
    /** The number of test rows that are predicted; fewer if the test set is smaller. */
    public static final int TEST_ROWS = 64;

    private static final String MODEL = "model";

    private final Path folder;
    private final ModelSpec spec;
    private final TrainingSpec training;

    ParityPhase(Path folder, ModelSpec spec, TrainingSpec training) {
        this.folder = folder;
        this.spec = spec;
        this.training = training;
    }

    void run(Learner learner, ExperimentFiles files) {
        Examples train = files.train(spec);
        BatchOrder order = files.parityOrder();
        int[] firstEpoch = order.epochs().get(0);
        Batch first = Batch.select(train, firstEpoch, 0, Math.min(training.batchSize(), firstEpoch.length));
        write("logits", learner.predict(first.features()));
        SafetensorsWriter.write(
                folder.resolve("gradients.safetensors"),
                learner.gradients(first).asMap());
        Recorder recorder = new Recorder(learner);
        new Trainer(learner, train, order, training.batchSize(), recorder).train();
        write("losses", Tensor.vector(recorder.losses()));
        Features rows = testRows(files);
        for (int size : BATCH_SIZES) {
            write("batch-" + size, Predictions.of(learner, rows, size));
        }
        learner.save(folder.resolve(MODEL));
        write("saved", learner.predict(rows));
    }

    void reload(Engine engine, ExperimentFiles files) {
        try (Learner learner = engine.load(spec, training, folder.resolve(MODEL))) {
            write("loaded", learner.predict(testRows(files)));
        }
    }

    /** The order that this phase trains in: as many epochs as its steps need. */
    public static BatchOrder order(int rows, int batchSize, long seed) {
        int stepsPerEpoch = (rows + batchSize - 1) / batchSize;
        return BatchOrder.draw(rows, (STEPS + stepsPerEpoch - 1) / stepsPerEpoch, seed);
    }

    private Features testRows(ExperimentFiles files) {
        Features test = files.test(spec);
        return test.slice(0, Math.min(TEST_ROWS, test.rows()));
    }

    private void write(String name, Tensor tensor) {
        new SafetensorsWriter().add(name, tensor).write(folder.resolve(name + ".safetensors"));
    }

    private final class Recorder implements TrainingListener {
        private final Learner learner;
        private final List<Float> losses = new ArrayList<>();

        Recorder(Learner learner) {
            this.learner = learner;
        }

        @Override
        public void stepFinished(int step, float loss, long nanos) {
            losses.add(loss);
            if (SNAPSHOTS.contains(step)) {
                Path file = folder.resolve("weights-" + step + ".safetensors");
                SafetensorsWriter.write(file, learner.weights().asMap());
            }
        }

        @Override
        public boolean shouldStop() {
            return losses.size() >= STEPS;
        }

        float[] losses() {
            float[] array = new float[losses.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = losses.get(i);
            }
            return array;
        }
    }
}
