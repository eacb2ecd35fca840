package quartet.harness.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one run: the requested settings, the actual settings, and the machine. Unknown values are absent
 * or empty.
 *
 * @param threadsAsked requested number of threads for an operation
 * @param threadsReadBack number of threads that the engine reports
 * @param heapAsked requested maximum heap size of the JVM
 * @param heapBytes maximum heap size that the JVM reports
 * @param dtype number type of the weights and the data that worker and harness exchange
 * @param parameters number of trained parameters
 * @param dataSha256 of the file with the training set and the test set's features
 * @param orderSha256 of the order of the training rows: rows, epochs and seed, then the row numbers of the first and the
 *     last epoch, as big-endian integers
 * @param weightsSha256 of the file with the initial weights
 * @param rowsSeen rows of all training steps; absent if the harness does not control the order
 * @param rowsScored rows of the test set that have a prediction
 * @param framework name and version
 * @param nativeLibrary name and version
 * @param instructionSet vector instructions of the CPU, such as {@code avx2}
 * @param jvm name and version of the worker's virtual machine
 * @param jvmArguments its arguments
 * @param os the operating system
 * @param cpu the processor's name
 * @param governor governor of the CPU's frequency
 * @param loadBefore the machine's load average over one minute, before the run
 * @param loadAfter the same, after the run
 * @param collections garbage collections from the process's start to the trained network
 * @param collectionMillis their milliseconds
 * @param minorFaults page faults without disk access until then
 * @param majorFaults page faults with disk access until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        int threadsAsked,
        int threadsReadBack,
        String heapAsked,
        @Nullable Long heapBytes,
        String dtype,
        long parameters,
        String dataSha256,
        String orderSha256,
        String weightsSha256,
        @Nullable Long rowsSeen,
        long rowsScored,
        String framework,
        String nativeLibrary,
        String instructionSet,
        String jvm,
        List<String> jvmArguments,
        String os,
        String cpu,
        String governor,
        @Nullable Double loadBefore,
        @Nullable Double loadAfter,
        @Nullable Long collections,
        @Nullable Long collectionMillis,
        @Nullable Long minorFaults,
        @Nullable Long majorFaults) {
    public Receipt {
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** Returns the larger load average; 0 if it is unknown. */
    @JsonIgnore
    public double load() {
        return Math.max(loadBefore == null ? 0 : loadBefore, loadAfter == null ? 0 : loadAfter);
    }

    /**
     * Returns whether the machine ran other computations before or after the run: the load exceeds the engine's
     * threads plus one, which is reserved for the worker's compiler and the harness.
     */
    @JsonIgnore
    public boolean busy() {
        return load() > threadsAsked + 1;
    }
}
