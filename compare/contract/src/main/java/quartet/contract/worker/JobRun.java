package quartet.contract.worker;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import quartet.contract.Engine;
import quartet.contract.Learner;
import quartet.contract.Tensor;
import quartet.contract.experiment.Predictions;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.datasets.Features;

/** Runs the phases of a job in this process. */
public final class JobRun {
    /** The time in which the harness is certain to read the events; it does so every 50 ms. */
    private static final long HARNESS_LOOKS_MILLIS = 200;

    private final Engine engine;
    private final WorkerJob job;
    private final WorkerFolder folder;
    private final WorkerEvents events;
    private final PhaseClock clock;

    /** Creates a run that writes its events to the folder. */
    public JobRun(Engine engine, WorkerJob job, WorkerFolder folder) {
        this(engine, job, folder, new WorkerEvents(folder));
    }

    JobRun(Engine engine, WorkerJob job, WorkerFolder folder, WorkerEvents events) {
        this.engine = engine;
        this.job = job;
        this.folder = folder;
        this.events = events;
        clock = new PhaseClock(job.launchedMillis());
    }

    /**
     * Runs the phases in their order.
     *
     * @throws RuntimeException if the engine throws it
     */
    public void run() {
        ExperimentFiles files = ExperimentFiles.open(Path.of(job.experiment()));
        switch (job.phases().get(0)) {
            case RELOAD -> new ProbePhase(folder, job).reload(engine, files);
            case EXAMPLE -> ExamplePhase.run(engine, job, files, folder, events, clock);
            case PREDICT -> predict(files);
            case COLD_START, TRAIN, PROBE, INFERENCE, SAVE, STEP_PARTS -> strict(files);
        }
    }

    /** Runs the phases that share one network. A probe creates its own networks. */
    private void strict(ExperimentFiles files) {
        try (Learner learner = engine.create(job.spec(), job.training(), files.initial())) {
            Features test = files.test(job.spec());
            for (Phase phase : job.phases()) {
                switch (phase) {
                    case COLD_START -> coldStart(learner);
                    case TRAIN -> new TrainingPhase(folder, job, learner, test, events, clock).run(files);
                    case INFERENCE -> inference(learner, test);
                    case STEP_PARTS -> stepParts(learner, files);
                    case PROBE -> new ProbePhase(folder, job).run(engine, files);
                    case SAVE -> learner.save(folder.model());
                    case RELOAD, EXAMPLE, PREDICT -> throw new IllegalStateException(phase + " stands alone");
                }
            }
        }
        events.write(clock.event());
    }

    private void predict(ExperimentFiles files) {
        try (Learner learner = engine.load(job.spec(), job.training(), folder.model())) {
            Tensor predictions = Predictions.of(learner, files.test(job.spec()), TrainingPhase.PREDICTION_BATCH);
            SafetensorsWriter.write(folder.predicted(), "predictions", predictions);
        }
    }

    private void inference(Learner learner, Features test) {
        events.write(InferencePhase.run(learner, test));
        clock.lap(PhaseClock.INFERENCE);
    }

    private void stepParts(Learner learner, ExperimentFiles files) {
        letTheHarnessReadThePeakOfMemory();
        events.write(new StepPartsPhase(
                        learner,
                        files.train(job.spec()),
                        job.order(),
                        job.training().batchSize())
                .run());
        clock.lap(PhaseClock.STEP_PARTS);
    }

    /**
     * Waits until the harness has read the peak memory of the training. The copies that {@code gradients} and {@code
     * weights} make while step parts are measured are not part of it.
     */
    private static void letTheHarnessReadThePeakOfMemory() {
        try {
            TimeUnit.MILLISECONDS.sleep(HARNESS_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void coldStart(Learner learner) {
        Features row = job.spec().zeros(1);
        long before = System.nanoTime();
        learner.predict(row);
        double millis = (System.nanoTime() - before) / 1e6;
        double seconds = (System.currentTimeMillis() - job.launchedMillis()) / 1e3;
        events.write(new WorkerEvent.ColdStart(seconds, millis));
        clock.lap(PhaseClock.START);
    }
}
