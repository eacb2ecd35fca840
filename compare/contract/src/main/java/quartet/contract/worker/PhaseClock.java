package quartet.contract.worker;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wall-clock and CPU seconds of this process by phase. CPU time covers all threads, including the JVM's compilers and
 * collectors. Its resolution depends on the operating system, for example 10 ms.
 */
final class PhaseClock {
    /** From the start of the process to the first prediction, or to the start of an example's training. */
    static final String START = "start";
    /** Training, from reading the data to the trained network. */
    static final String TRAINING = "training";
    /** Predictions for the test set during training, and writing files for the harness. */
    static final String EVALUATION = "evaluation";
    /** The measurement of predictions. */
    static final String INFERENCE = "inference";
    /** The measurement of the parts of a step. */
    static final String STEP_PARTS = "stepParts";

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Map<String, Double> cpuSeconds = new LinkedHashMap<>();
    private long lapNanos;
    private Duration lapCpu = Duration.ZERO;

    /** Creates a clock that started with the process, in milliseconds since 1970. */
    PhaseClock(long launchedMillis) {
        lapNanos = System.nanoTime() - 1_000_000 * (System.currentTimeMillis() - launchedMillis);
    }

    /** Assigns the time since the last call, or since the start of the process, to this phase. */
    void lap(String phase) {
        long now = System.nanoTime();
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        seconds.merge(phase, (now - lapNanos) / 1e9, Double::sum);
        cpuSeconds.merge(phase, cpu.minus(lapCpu).toNanos() / 1e9, Double::sum);
        lapNanos = now;
        lapCpu = cpu;
    }

    /** Returns the accumulated times. */
    WorkerEvent.Phases event() {
        return new WorkerEvent.Phases(new LinkedHashMap<>(seconds), new LinkedHashMap<>(cpuSeconds));
    }
}
