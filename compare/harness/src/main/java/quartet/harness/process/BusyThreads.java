package quartet.harness.process;

import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OSThread;
import quartet.contract.worker.WorkerEvent;

/**
 * Measures how many threads an engine keeps busy while it trains: processor time divided by wall-clock time, between
 * the events before and after the training. Time of the JVM's compiler and garbage-collector threads is excluded,
 * because they run in every engine. The clock runs outside the worker, so an engine cannot influence it.
 */
public final class BusyThreads {
    /** The shortest training that is measured, because events are read only every 50 ms. */
    private static final double SHORTEST_SECONDS = 2;

    private static final String[] JVM_THREADS = {"C1 ", "C2 ", "GC Thread", "G1 ", "ParGC", "VM Thread", "VM Periodic"};

    private final int pid;
    private final SystemInfo system = new SystemInfo();
    private long startNanos;
    private double startBusySeconds = -1;
    private @Nullable Double busyThreads;

    public BusyThreads(long pid) {
        this.pid = Math.toIntExact(pid);
    }

    /** Called with every event, soon after it is reported. */
    public void observe(WorkerEvent event) {
        if (event instanceof WorkerEvent.ColdStart) {
            startNanos = System.nanoTime();
            startBusySeconds = busySeconds();
        } else if (event instanceof WorkerEvent.Trained && startBusySeconds >= 0) {
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            double busy = busySeconds();
            if (busy >= 0 && seconds >= SHORTEST_SECONDS) {
                busyThreads = (busy - startBusySeconds) / seconds;
            }
        }
    }

    /** Returns the ratio; null if training was too short or the platform does not provide processor times. */
    @Nullable
    public Double ratio() {
        return busyThreads;
    }

    /** Returns the processor time so far, without that of the JVM's own threads; -1 if it is unknown. */
    private double busySeconds() {
        OSProcess process = system.getOperatingSystem().getProcess(pid);
        if (process == null) {
            return -1;
        }
        long millis = process.getKernelTime() + process.getUserTime();
        for (OSThread thread : process.getThreadDetails()) {
            if (isOfTheJvm(thread.getName())) {
                millis -= thread.getKernelTime() + thread.getUserTime();
            }
        }
        return millis / 1e3;
    }

    private static boolean isOfTheJvm(String thread) {
        for (String prefix : JVM_THREADS) {
            if (thread.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
