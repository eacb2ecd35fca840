package quartet.contract.worker;

import java.nio.file.Path;

/**
 * The files of one worker: the harness writes the job, the worker writes everything else.
 *
 * @param path the folder that the worker is started with
 */
public record WorkerFolder(Path path) {

    /** What to do, a {@link WorkerJob}. */
    public Path job() {
        return path.resolve("job.json");
    }

    /** What happened, a {@link WorkerEvent} a line. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** Predictions for the test set after an epoch; the first epoch is 1. */
    public Path predictions(int epoch) {
        return path.resolve("predictions-" + epoch + ".safetensors");
    }

    /** Returns the losses of the first {@link TrainingPhase#RECORDED_STEPS} steps of training. */
    public Path losses() {
        return path.resolve("losses.safetensors");
    }

    /** Returns the weights after a step of training. */
    public Path weights(int step) {
        return path.resolve("weights-" + step + ".safetensors");
    }

    /** What the engine computed at common weights, see {@link ProbePhase}. */
    public Path probe(int start, int step) {
        return path.resolve("probe-" + start + "-" + step + ".safetensors");
    }

    /** Predictions for some test rows, computed {@code batchSize} rows at a time. */
    public Path batches(int batchSize) {
        return path.resolve("batches-" + batchSize + ".safetensors");
    }

    /** Predictions of the network that is saved in {@link #model}. */
    public Path saved() {
        return path.resolve("saved.safetensors");
    }

    /** Predictions of the network that a new JVM loaded from {@link #model}. */
    public Path loaded() {
        return path.resolve("loaded.safetensors");
    }

    /** Predictions of a network that was loaded to predict, for the rows of the test set. */
    public Path predicted() {
        return path.resolve("predicted.safetensors");
    }

    /** Returns the saved network, in the framework's own format. */
    public Path model() {
        return path.resolve("model");
    }
}
