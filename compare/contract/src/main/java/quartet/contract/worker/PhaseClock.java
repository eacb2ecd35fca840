package quartet.contract.worker;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wall-clock and CPU seconds of this process by phase. The CPU time is that of all threads, the JVM's compilers and
 * collectors included; its resolution is the operating system's, such as 10 ms.
 */
final class PhaseClock {
    /** From the start of the process to the first prediction, or to the example that is to be trained. */
    static final String START = "start";
    /** All that training takes, from reading the data to the trained network. */
    static final String TRAINING = "training";
    /** Predictions for the test set during training, and the files that are written for the harness. */
    static final String EVALUATION = "evaluation";
    /** The measurement of predictions. */
    static final String INFERENCE = "inference";
    /** The measurement of the parts of a step. */
    static final String STEP_PARTS = "stepParts";

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Map<String, Double> cpuSeconds = new LinkedHashMap<>();
    private long lapNanos;
    private Duration lapCpu = Duration.ZERO;

    /** A clock that runs since the start of the process, in milliseconds since 1970. */
    PhaseClock(long launchedMillis) {
        lapNanos = System.nanoTime() - 1_000_000 * (System.currentTimeMillis() - launchedMillis);
    }

    /** The time since the last call, or since the start of the process, belongs to this phase. */
    void lap(String phase) {
        long now = System.nanoTime();
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        seconds.merge(phase, (now - lapNanos) / 1e9, Double::sum);
        cpuSeconds.merge(phase, cpu.minus(lapCpu).toNanos() / 1e9, Double::sum);
        lapNanos = now;
        lapCpu = cpu;
    }

    /** Returns the times so far. */
    WorkerEvent.Phases event() {
        return new WorkerEvent.Phases(new LinkedHashMap<>(seconds), new LinkedHashMap<>(cpuSeconds));
    }
}
