package quartet.contract.worker;

import java.util.List;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.BatchOrder;

/**
 * What a worker is asked to do: {@code job.json} in the folder that it is started with. All it needs is in files, and
 * all its answers go to files of that folder, so a worker can be written in another language.
 *
 * @param engine the engine's name
 * @param spec the network
 * @param training optimizer and budget
 * @param order the order of the training rows
 * @param phases what to do, in this order
 * @param stepLimit training ends after so many steps; 0 stands for no limit
 * @param snapshots the steps of training after which the weights are written
 * @param experiment the folder of the {@link ExperimentFiles}
 * @param threads of every operation; the harness sets them before the worker starts
 * @param launchedMillis when the harness started the process, in milliseconds since 1970
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
        /** Computes at common weights; saves the network. */
        PROBE,
        /** In a new JVM: loads what {@link #PROBE} saved in the same folder, and predicts. */
        RELOAD,
        /** Measures latency and throughput of predictions. */
        INFERENCE,
        /** Measures the parts of a training step. It goes on training, so nothing may follow it. */
        STEP_PARTS,
        /** Trains the example as it stands, and writes its predictions for the test set. */
        EXAMPLE,
        /** Saves the trained network, after everything that is measured. */
        SAVE,
        /** In a new JVM: loads a saved network, and predicts the rows of the test set. */
        PREDICT
    }

    public WorkerJob {
        phases = List.copyOf(phases);
        snapshots = List.copyOf(snapshots);
    }
}
