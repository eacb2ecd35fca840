package quartet.harness.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import quartet.contract.worker.WorkerEvent;

/**
 * Measures the peak resident memory of a process, including native memory. On Linux it is the kernel's high-water
 * mark, which includes peaks between samples; elsewhere it is the largest sample.
 */
public final class MemoryWatch {
    private final long pid;
    private final Path linuxStatus;
    private final SystemInfo system = new SystemInfo();
    private long peakBytes;
    private boolean over;

    public MemoryWatch(long pid) {
        this.pid = pid;
        linuxStatus = Path.of("/proc", Long.toString(pid), "status");
    }

    /** Called with every event. Memory used after the measurement of predictions is not counted. */
    public void observe(WorkerEvent event) {
        if (event instanceof WorkerEvent.Inference) {
            sample();
            over = true;
        }
    }

    /** Called repeatedly while the process runs. */
    public void sample() {
        if (over) {
            return;
        }
        peakBytes = Math.max(peakBytes, Files.exists(linuxStatus) ? highWaterMark() : residentSet());
    }

    /** Returns the peak so far; 0 if the process was never sampled. */
    public long peakBytes() {
        return peakBytes;
    }

    private long highWaterMark() {
        try {
            for (String line : Files.readAllLines(linuxStatus)) {
                if (line.startsWith("VmHWM:")) {
                    return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            return 0; // The process ended between the two reads.
        }
        return 0;
    }

    private long residentSet() {
        OSProcess process = system.getOperatingSystem().getProcess((int) pid);
        return process == null ? 0 : process.getResidentSetSize();
    }
}
