package quartet.contract.worker;

import java.util.List;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.BatchOrder;

/**
 * The job of a worker: {@code job.json} in its folder. All inputs are files, and all results are files in that folder,
 * so a worker can be written in another language.
 *
 * @param engine the engine's name
 * @param spec the network
 * @param training optimizer and budget
 * @param order the order of the training rows
 * @param phases the phases to run, in this order
 * @param stepLimit maximum number of training steps; 0 for no limit
 * @param snapshots the training steps after which the weights are written
 * @param experiment the folder of the {@link ExperimentFiles}
 * @param threads of every operation; the harness sets them before the worker starts
 * @param launchedMillis time at which the harness started the process, in milliseconds since 1970
 */
public record WorkerJob(
        String engine,
        ModelSpec spec,
        TrainingSpec training,
        BatchOrder order,
        List<Phase> phases,
        int stepLimit,
        List<Integer> snapshots,
        String experiment,
        int threads,
        long launchedMillis) {

    /** The parts of a run. */
    public enum Phase {
        /** Creates the network and predicts one row. */
        COLD_START,
        /** Trains in the strict order; writes the first losses, and predictions for the test set after each epoch. */
        TRAIN,
        /** Computes results at common weights, and saves the network. */
        PROBE,
        /** Loads the network that {@link #PROBE} saved in the same folder, in a new JVM, and predicts. */
        RELOAD,
        /** Measures latency and throughput of predictions. */
        INFERENCE,
        /** Measures the parts of a training step. It changes the weights, so it must be the last phase. */
        STEP_PARTS,
        /** Trains the unmodified example, and writes its predictions for the test set. */
        EXAMPLE,
        /** Saves the trained network. */
        SAVE,
        /** Loads a saved network in a new JVM, and predicts the rows of the test set. */
        PREDICT
    }

    public WorkerJob {
        phases = List.copyOf(phases);
        snapshots = List.copyOf(snapshots);
    }
}
