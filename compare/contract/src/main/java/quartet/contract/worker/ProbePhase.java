package quartet.contract.worker;

import java.util.List;
import quartet.contract.Batch;
import quartet.contract.Engine;
import quartet.contract.Learner;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.experiment.BatchOrder;
import quartet.contract.experiment.Predictions;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.datasets.Examples;
import quartet.datasets.Features;

/**
 * Records the results of an engine that restarts from common weights of all engines, so that differences cannot
 * accumulate over training steps.
 *
 * <pre>{@code
 * for each start k in STARTS: a new network with the weights of start-<k>
 *   step 0: the batch of training step k;  step 1: the last batch of the first epoch, which may be smaller
 *   probe-<k>-<step>.safetensors  logits, loss, gradient.<name> (all before the update), weight.<name> (after it)
 * batches-<size>.safetensors      predictions for some test rows, <size> at a time, by the network of the last start
 * saved.safetensors, model/       predictions of that network, and the network
 * }</pre>
 */
public final class ProbePhase {
    /** The training steps whose weights are the starts; 0 for the initial weights. */
    public static final List<Integer> STARTS = List.of(0, 1, 10, 25, 50, 100);
    /** The number of steps from each start. The second step depends on the optimizer's state after the first. */
    public static final int STEPS = 2;
    /** The batch sizes for which predictions are compared. */
    public static final List<Integer> BATCH_SIZES = List.of(1, 7, 64);

    /** The maximum number of test rows. */
    public static final int TEST_ROWS = 64;

    private final WorkerFolder folder;
    private final WorkerJob job;

    ProbePhase(WorkerFolder folder, WorkerJob job) {
        this.folder = folder;
        this.job = job;
    }

    /** Returns the batch for a step of a probe. */
    public static Batch batch(Examples train, BatchOrder order, int batchSize, int start, int step) {
        int batches = order.batches(batchSize);
        int epoch = step == 0 ? start / batches : 0;
        int index = step == 0 ? start % batches : batches - 1;
        int[] rows = order.epoch(epoch);
        return Batch.select(train, rows, index * batchSize, Math.min(rows.length, (index + 1) * batchSize));
    }

    void run(Engine engine, ExperimentFiles files) {
        Examples train = files.train(job.spec());
        for (int start : STARTS) {
            Weights weights = files.start(start);
            try (Learner learner = engine.create(job.spec(), job.training(), weights)) {
                for (int step = 0; step < STEPS; step++) {
                    Batch batch = batch(train, job.order(), job.training().batchSize(), start, step);
                    probe(learner, batch, start, step);
                }
                if (start == STARTS.get(STARTS.size() - 1)) {
                    finish(learner, files);
                }
            }
        }
    }

    private void probe(Learner learner, Batch batch, int start, int step) {
        SafetensorsWriter writer = new SafetensorsWriter();
        writer.add("logits", learner.predict(batch.features()));
        learner.gradients(batch).asMap().forEach((name, tensor) -> writer.add("gradient." + name, tensor));
        writer.add("loss", Tensor.vector(new float[] {learner.trainBatch(batch)}));
        learner.weights().asMap().forEach((name, tensor) -> writer.add("weight." + name, tensor));
        writer.write(folder.probe(start, step));
    }

    private void finish(Learner learner, ExperimentFiles files) {
        Features rows = testRows(files);
        for (int size : BATCH_SIZES) {
            Tensor predictions = Predictions.of(learner, rows, size);
            SafetensorsWriter.write(folder.batches(size), "predictions", predictions);
        }
        learner.save(folder.model());
        SafetensorsWriter.write(folder.saved(), "predictions", learner.predict(rows));
    }

    void reload(Engine engine, ExperimentFiles files) {
        try (Learner learner = engine.load(job.spec(), job.training(), folder.model())) {
            SafetensorsWriter.write(folder.loaded(), "predictions", learner.predict(testRows(files)));
        }
    }

    private Features testRows(ExperimentFiles files) {
        Features test = files.test(job.spec());
        return test.slice(0, Math.min(TEST_ROWS, test.rows()));
    }
}
