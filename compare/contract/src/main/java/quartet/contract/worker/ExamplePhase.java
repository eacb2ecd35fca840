package quartet.contract.worker;

import quartet.contract.Engine;
import quartet.contract.ExampleModel;
import quartet.contract.Tensor;
import quartet.contract.experiment.Predictions;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.datasets.Examples;
import quartet.datasets.Features;

/**
 * Trains an engine's unmodified example, for the idiomatic division. The measured time covers building the network,
 * passing the data, and all epochs.
 */
final class ExamplePhase {
    private ExamplePhase() {}

    static void run(
            Engine engine,
            WorkerJob job,
            ExperimentFiles files,
            WorkerFolder folder,
            WorkerEvents events,
            PhaseClock clock) {
        Examples train = files.train(job.spec());
        int epochs = job.training().epochs();
        clock.lap(PhaseClock.START);
        long start = System.nanoTime();
        try (ExampleModel model = engine.trainExample(
                job.spec(),
                train,
                epochs,
                job.training().batchSize(),
                job.order().seed())) {
            double seconds = (System.nanoTime() - start) / 1e9;
            clock.lap(PhaseClock.TRAINING);
            Features test = files.test(job.spec());
            Tensor predictions = Predictions.of(model, test, TrainingPhase.PREDICTION_BATCH);
            SafetensorsWriter.write(folder.predictions(epochs), "predictions", predictions);
            events.write(new WorkerEvent.ExampleTrained(seconds));
            events.write(ProcessCounters.read());
            clock.lap(PhaseClock.EVALUATION);
            events.write(InferencePhase.run(model, test));
            clock.lap(PhaseClock.INFERENCE);
            events.write(clock.event());
        }
    }
}
