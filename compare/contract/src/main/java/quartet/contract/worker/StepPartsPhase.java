package quartet.contract.worker;

import java.util.Arrays;
import java.util.function.Supplier;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.experiment.BatchOrder;
import quartet.datasets.Examples;

/**
 * Measures the parts of a training step, after training and outside the measured training time. Each part is a call of
 * the contract, on the batches of the first epoch in turn. The results are medians over the calls. A warm-up comes
 * first, because training has not compiled the additional calls.
 */
final class StepPartsPhase {
    private static final long WARM_UP_NANOS = 300_000_000;
    private static final long MEASURED_NANOS = 700_000_000;
    private static final int MAXIMUM_STEPS = 300;

    private final Learner learner;
    private final Examples train;
    private final int[] rows;
    private final int batchSize;
    private final int batches;
    private final long[][] nanos = new long[5][MAXIMUM_STEPS];

    StepPartsPhase(Learner learner, Examples train, BatchOrder order, int batchSize) {
        this.learner = learner;
        this.train = train;
        this.batchSize = batchSize;
        rows = order.epoch(0);
        batches = Math.max(1, rows.length / batchSize); // A smaller last batch would take less time.
    }

    WorkerEvent.StepParts run() {
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < WARM_UP_NANOS; i++) {
            step(i, 0);
        }
        int count = 0;
        start = System.nanoTime();
        while (count == 0 || (count < MAXIMUM_STEPS && System.nanoTime() - start < MEASURED_NANOS)) {
            step(count, count);
            count++;
        }
        return new WorkerEvent.StepParts(
                count, median(0, count), median(1, count), median(2, count), median(3, count), median(4, count));
    }

    private void step(int index, int slot) {
        int from = index % batches * batchSize;
        int to = Math.min(rows.length, from + batchSize);
        Batch batch = timed(0, slot, () -> Batch.select(train, rows, from, to));
        timed(1, slot, () -> learner.predict(batch.features()));
        timed(2, slot, () -> learner.gradients(batch));
        timed(3, slot, learner::weights);
        timed(4, slot, () -> learner.trainBatch(batch));
    }

    private <R> R timed(int part, int slot, Supplier<R> call) {
        long start = System.nanoTime();
        R result = call.get();
        nanos[part][slot] = System.nanoTime() - start;
        return result;
    }

    private double median(int part, int count) {
        long[] sorted = Arrays.copyOf(nanos[part], count);
        Arrays.sort(sorted);
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2.0 / 1e3;
    }
}
