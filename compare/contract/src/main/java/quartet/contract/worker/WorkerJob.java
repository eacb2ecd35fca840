package quartet.contract.worker;

import java.util.List;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;

/**
 * What a worker is to do: {@code job.json} in the folder that it is started with. All it needs stands in files, and all
 * it answers goes to files of that folder, so a worker could be written in another language.
 *
 * @param engine the engine's name
 * @param spec the network
 * @param training optimizer and budget
 * @param phases what to do, in this order
 * @param experiment the folder with {@code data.safetensors} and {@code initial.safetensors} (see
 *     {@link ExperimentFiles})
 * @param launchedMillis when the harness started the process, in milliseconds since 1970
 */
public record WorkerJob(
        String engine,
        ModelSpec spec,
        TrainingSpec training,
        List<Phase> phases,
        String experiment,
        long launchedMillis) {
    /** The file that holds the job. */
    public static final String FILE = "job.json";
    /** The file that the worker appends its {@link WorkerEvent}s to. */
    public static final String EVENTS = "events.jsonl";

    /** The parts of a run. */
    public enum Phase {
        /** Creates the network and predicts one row. */
        COLD_START,
        /** Writes logits, gradients, losses and weights of the first steps; saves the network. */
        PARITY,
        /** In a new JVM: loads what {@link #PARITY} saved in the same folder, and predicts. */
        RELOAD,
        /** Trains for the whole budget; writes the predictions for the test set after each epoch. */
        TRAIN,
        /** Measures latency and throughput of predictions. */
        INFERENCE
    }

    public WorkerJob {
        phases = List.copyOf(phases);
    }
}
