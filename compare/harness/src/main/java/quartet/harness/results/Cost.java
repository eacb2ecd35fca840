package quartet.harness.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a run in addition to the time of its training steps.
 *
 * @param toModelSeconds from the start of the process to the trained network: the phases {@code start} and
 *     {@code training}, without the predictions after each epoch
 * @param seconds wall-clock time by phase: {@code start}, {@code training}, {@code evaluation}, {@code inference}
 * @param cpuSeconds CPU time of all the process's threads by phase
 * @param allocatedBytes on the JVM's heap until the network was trained, by the threads that are alive; native memory is
 *     not counted
 * @param joules energy of the machine's processors during the training, if it can be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cost(
        double toModelSeconds,
        Map<String, Double> seconds,
        Map<String, Double> cpuSeconds,
        long allocatedBytes,
        @Nullable Double joules) {

    /** Returns the CPU seconds from the start of the process to the trained network. */
    @JsonIgnore
    public double toModelCpuSeconds() {
        return cpuSeconds.getOrDefault("start", 0.0) + cpuSeconds.getOrDefault("training", 0.0);
    }
}
