package quartet.contract.worker;

import java.util.Arrays;
import quartet.contract.Learner;
import quartet.contract.Tensor;
import quartet.contract.experiment.Predictions;
import quartet.contract.experiment.Trainer;
import quartet.contract.experiment.TrainingListener;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.datasets.Features;

/**
 * Trains in the strict order. Writing losses, snapshots of the weights and predictions for the test set is excluded
 * from the measured time.
 */
public final class TrainingPhase implements TrainingListener {
    /** The number of steps whose losses are written. The parity check and the timed training must agree on them. */
    public static final int RECORDED_STEPS = 100;

    static final int PREDICTION_BATCH = 256;

    private final WorkerFolder folder;
    private final WorkerJob job;
    private final Learner learner;
    private final Features test;
    private final WorkerEvents events;
    private final PhaseClock clock;
    private final float[] losses = new float[RECORDED_STEPS];
    private final StepTimes times = new StepTimes();
    private int steps;

    TrainingPhase(
            WorkerFolder folder, WorkerJob job, Learner learner, Features test, WorkerEvents events, PhaseClock clock) {
        this.folder = folder;
        this.job = job;
        this.learner = learner;
        this.test = test;
        this.events = events;
        this.clock = clock;
    }

    void run(ExperimentFiles files) {
        new Trainer(
                        learner,
                        files.train(job.spec()),
                        job.order(),
                        job.training().batchSize(),
                        this)
                .train();
        clock.lap(PhaseClock.TRAINING);
        float[] recorded = Arrays.copyOf(losses, Math.min(steps, losses.length));
        SafetensorsWriter.write(folder.losses(), "losses", Tensor.vector(recorded));
        events.write(new WorkerEvent.Trained(times.sumSeconds(), steps, times.medianMillis()));
        events.write(ProcessCounters.read());
        clock.lap(PhaseClock.EVALUATION);
    }

    @Override
    public void stepFinished(int step, float loss, long nanos) {
        if (steps < losses.length) {
            losses[steps] = loss;
        }
        steps++;
        times.add(nanos);
        if (job.snapshots().contains(step)) {
            SafetensorsWriter.write(folder.weights(step), learner.weights().asMap());
        }
    }

    @Override
    public boolean shouldStop() {
        return job.stepLimit() > 0 && steps >= job.stepLimit();
    }

    @Override
    public void epochFinished(int epoch, double meanLoss, long nanos) {
        clock.lap(PhaseClock.TRAINING);
        Tensor predictions = Predictions.of(learner, test, PREDICTION_BATCH);
        SafetensorsWriter.write(folder.predictions(epoch), "predictions", predictions);
        events.write(new WorkerEvent.Epoch(epoch, meanLoss, nanos / 1e9));
        clock.lap(PhaseClock.EVALUATION);
    }
}
