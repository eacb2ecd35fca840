package quartet.contract.experiment;

import java.util.List;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.datasets.Examples;

/** The training loop of the strict division, the same for every engine. */
public final class Trainer {
    private final Learner learner;
    private final Examples examples;
    private final BatchOrder order;
    private final int batchSize;
    private final List<TrainingListener> listeners;
    private int step;

    public Trainer(Learner learner, Examples examples, BatchOrder order, int batchSize, TrainingListener... listeners) {
        this.learner = learner;
        this.examples = examples;
        this.order = order;
        this.batchSize = batchSize;
        this.listeners = List.of(listeners);
    }

    /** Trains for all epochs of the order, unless a listener stops it earlier. */
    public void train() {
        for (int epoch = 0; epoch < order.epochs() && !shouldStop(); epoch++) {
            trainEpoch(epoch);
        }
    }

    private void trainEpoch(int epoch) {
        int[] rows = order.epoch(epoch);
        double lossSum = 0;
        long nanos = 0;
        for (int from = 0; from < rows.length; from += batchSize) {
            int to = Math.min(rows.length, from + batchSize);
            long start = System.nanoTime();
            Batch batch = Batch.select(examples, rows, from, to);
            float loss = learner.trainBatch(batch);
            long stepNanos = System.nanoTime() - start;
            step++;
            lossSum += (double) loss * batch.rows();
            nanos += stepNanos;
            for (TrainingListener listener : listeners) {
                listener.stepFinished(step, loss, stepNanos);
            }
            if (shouldStop() && to < rows.length) {
                return;
            }
        }
        for (TrainingListener listener : listeners) {
            listener.epochFinished(epoch + 1, lossSum / rows.length, nanos);
        }
    }

    private boolean shouldStop() {
        for (TrainingListener listener : listeners) {
            if (listener.shouldStop()) {
                return true;
            }
        }
        return false;
    }
}
