package quartet.contract.worker;

import java.nio.file.Path;
import java.util.Arrays;
import quartet.contract.Learner;
import quartet.contract.Tensor;
import quartet.contract.experiment.Predictions;
import quartet.contract.experiment.TrainingListener;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.datasets.Features;

/** Trains for the whole budget, and writes the predictions for the test set after every epoch, outside the clock. */
final class TrainingPhase implements TrainingListener {
    private static final int PREDICTION_BATCH = 256;

    private final Path folder;
    private final Learner learner;
    private final Features test;
    private final WorkerEvents events;
    private long[] stepNanos = new long[1024];
    private int steps;

    TrainingPhase(Path folder, Learner learner, Features test, WorkerEvents events) {
        this.folder = folder;
        this.learner = learner;
        this.test = test;
        this.events = events;
    }

    @Override
    public void stepFinished(int step, float loss, long nanos) {
        if (steps == stepNanos.length) {
            stepNanos = Arrays.copyOf(stepNanos, 2 * steps);
        }
        stepNanos[steps++] = nanos;
    }

    @Override
    public void epochFinished(int epoch, double meanLoss, long nanos) {
        Tensor predictions = Predictions.of(learner, test, PREDICTION_BATCH);
        new SafetensorsWriter()
                .add("predictions", predictions)
                .write(folder.resolve("predictions-" + epoch + ".safetensors"));
        events.write(new WorkerEvent.Epoch(epoch, meanLoss, nanos / 1e9));
    }

    WorkerEvent.Trained summary() {
        long[] sorted = Arrays.copyOf(stepNanos, steps);
        double seconds = Arrays.stream(sorted).sum() / 1e9;
        Arrays.sort(sorted);
        double median = (sorted[(steps - 1) / 2] + sorted[steps / 2]) / 2.0;
        return new WorkerEvent.Trained(seconds, steps, median / 1e6);
    }
}
