package quartet.contract.worker;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resources that this JVM and its process have used since their start. */
final class ProcessCounters {
    private static final Path LINUX_STAT = Path.of("/proc/self/stat");
    /** Positions after the command's name, see proc(5): fields 10 and 12. */
    private static final int MINOR_FAULTS = 7;

    private static final int MAJOR_FAULTS = 9;

    private ProcessCounters() {}

    /** Reads all counters. The first call loads the management classes, so it must not happen during a measurement. */
    static WorkerEvent.Resources read() {
        long collections = 0;
        long collectionMillis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections += Math.max(0, collector.getCollectionCount());
            collectionMillis += Math.max(0, collector.getCollectionTime());
        }
        String[] stat = stat();
        return new WorkerEvent.Resources(
                allocatedBytes(),
                collections,
                collectionMillis,
                Runtime.getRuntime().maxMemory(),
                count(stat, MINOR_FAULTS),
                count(stat, MAJOR_FAULTS),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /** Returns the bytes allocated by all live threads. */
    private static long allocatedBytes() {
        long bytes = 0;
        if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                && threads.isThreadAllocatedMemorySupported()) {
            for (long allocated : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
                bytes += Math.max(0, allocated);
            }
        }
        return bytes;
    }

    private static String[] stat() {
        try {
            String line = Files.exists(LINUX_STAT) ? Files.readString(LINUX_STAT) : "";
            return line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }

    private static long count(String[] stat, int index) {
        return index < stat.length ? Long.parseLong(stat[index]) : -1;
    }
}
