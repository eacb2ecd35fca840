package quartet.contract.worker;

import java.nio.file.Path;

/**
 * The files of one worker: the harness writes the job, the worker writes everything else.
 *
 * @param path the folder, an argument of the worker
 */
public record WorkerFolder(Path path) {

    /** Returns the file with the {@link WorkerJob}. */
    public Path job() {
        return path.resolve("job.json");
    }

    /** Returns the file of events, with one {@link WorkerEvent} in each line. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** Returns the file with predictions for the test set after an epoch; the first epoch is 1. */
    public Path predictions(int epoch) {
        return path.resolve("predictions-" + epoch + ".safetensors");
    }

    /** Returns the file with the losses of the first {@link TrainingPhase#RECORDED_STEPS} training steps. */
    public Path losses() {
        return path.resolve("losses.safetensors");
    }

    /** Returns the file with the weights after a training step. */
    public Path weights(int step) {
        return path.resolve("weights-" + step + ".safetensors");
    }

    /** Returns the file with the engine's results at common weights, see {@link ProbePhase}. */
    public Path probe(int start, int step) {
        return path.resolve("probe-" + start + "-" + step + ".safetensors");
    }

    /** Returns the file with predictions for some test rows, computed {@code batchSize} rows at a time. */
    public Path batches(int batchSize) {
        return path.resolve("batches-" + batchSize + ".safetensors");
    }

    /** Returns the file with predictions of the network before it is saved in {@link #model}. */
    public Path saved() {
        return path.resolve("saved.safetensors");
    }

    /** Returns the file with predictions of the network that a new JVM loaded from {@link #model}. */
    public Path loaded() {
        return path.resolve("loaded.safetensors");
    }

    /** Returns the file with predictions of a loaded network for the rows of the test set. */
    public Path predicted() {
        return path.resolve("predicted.safetensors");
    }

    /** Returns the folder with the saved network, in the framework's own format. */
    public Path model() {
        return path.resolve("model");
    }
}
