package quartet.contract.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import quartet.contract.EngineInfo;

/** An event that a worker reports while it runs, as one line of JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerEvent.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = WorkerEvent.ColdStart.class, name = "coldStart"),
    @JsonSubTypes.Type(value = WorkerEvent.Epoch.class, name = "epoch"),
    @JsonSubTypes.Type(value = WorkerEvent.Trained.class, name = "trained"),
    @JsonSubTypes.Type(value = WorkerEvent.ExampleTrained.class, name = "exampleTrained"),
    @JsonSubTypes.Type(value = WorkerEvent.Inference.class, name = "inference"),
    @JsonSubTypes.Type(value = WorkerEvent.StepParts.class, name = "stepParts"),
    @JsonSubTypes.Type(value = WorkerEvent.Phases.class, name = "phases"),
    @JsonSubTypes.Type(value = WorkerEvent.Resources.class, name = "resources"),
    @JsonSubTypes.Type(value = WorkerEvent.Done.class, name = "done"),
    @JsonSubTypes.Type(value = WorkerEvent.Failed.class, name = "failed")
})
public sealed interface WorkerEvent {

    /** The engine has loaded. */
    record Ready(EngineInfo engine, String java) implements WorkerEvent {}

    /** From the start of the process to the end of the first prediction, and that prediction alone. */
    record ColdStart(double seconds, double predictionMillis) implements WorkerEvent {}

    /** An epoch of training; its predictions for the test set are in {@code predictions-<epoch>.safetensors}. */
    record Epoch(int epoch, double loss, double seconds) implements WorkerEvent {}

    /** The end of training: the total seconds of its steps, and the median step. */
    record Trained(double seconds, int steps, double stepMillis) implements WorkerEvent {}

    /** The whole training of an example, from the prepared data to the trained network. */
    record ExampleTrained(double seconds) implements WorkerEvent {}

    /** The latency of one row with its distribution, and the throughput in batches of {@link InferencePhase#BATCH} rows. */
    record Inference(double p50Micros, double p99Micros, double rowsPerSecond, Latency latencyMicros)
            implements WorkerEvent {}

    /**
     * Medians over some steps, in microseconds: selecting the batch's rows, {@code predict}, {@code gradients},
     * {@code weights} and {@code trainBatch}.
     */
    record StepParts(
            int steps,
            double selectMicros,
            double predictMicros,
            double gradientsMicros,
            double weightsMicros,
            double stepMicros)
            implements WorkerEvent {}

    /**
     * Wall-clock and CPU seconds of the worker's process by phase: {@code start}, {@code training}, {@code evaluation},
     * {@code inference}. The sum of start and training is the time to a trained network.
     */
    record Phases(Map<String, Double> seconds, Map<String, Double> cpuSeconds) implements WorkerEvent {}

    /**
     * The resources that the worker used from its start to the end of training.
     *
     * @param allocatedBytes on the JVM's heap, by live threads
     * @param collections garbage collections
     * @param collectionMillis milliseconds of garbage collection
     * @param heapBytes maximum heap size of the JVM
     * @param minorFaults page faults without disk access; -1 if unknown
     * @param majorFaults page faults with disk access; -1 if unknown
     * @param vm name and version of the virtual machine
     * @param jvmArguments its arguments, as it reports them
     */
    record Resources(
            long allocatedBytes,
            long collections,
            long collectionMillis,
            long heapBytes,
            long minorFaults,
            long majorFaults,
            String vm,
            List<String> jvmArguments)
            implements WorkerEvent {}

    /** All phases are done. */
    record Done() implements WorkerEvent {}

    /**
     * The worker failed.
     *
     * @param message one line
     * @param unsupported whether the cause is that the engine does not support this platform or network
     */
    record Failed(String message, boolean unsupported) implements WorkerEvent {}
}
