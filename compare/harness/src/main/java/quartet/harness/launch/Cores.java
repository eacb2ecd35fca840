package quartet.harness.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor.LogicalProcessor;

/**
 * Binds a worker to as many cores as it has threads, with {@code taskset}. The JVM's compiler and its garbage collector
 * share these cores with the engine.
 */
public final class Cores {
    private static final String TASKSET = "taskset";
    private static final long PATIENCE_SECONDS = 10;

    private Cores() {}

    /** Returns whether this system has {@code taskset} and permits this process to bind another one. */
    public static boolean canBind() {
        try {
            List<String> command = new ArrayList<>(command(1));
            command.add("true");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns the prefix of a command line whose process runs on as many cores as it has threads. */
    public static List<String> command(int threads) {
        List<LogicalProcessor> processors =
                new SystemInfo().getHardware().getProcessor().getLogicalProcessors();
        return List.of(TASKSET, "-c", list(processors, threads));
    }

    /**
     * Returns processor numbers, separated by commas. One processor of each physical core precedes second processors.
     * The last cores come first, because operating systems prefer the first ones for their own work.
     */
    static String list(List<LogicalProcessor> processors, int threads) {
        List<LogicalProcessor> order = new ArrayList<>(processors);
        order.sort(Comparator.comparing((LogicalProcessor processor) -> rankOnCore(processors, processor))
                .thenComparing(Comparator.comparing(LogicalProcessor::getProcessorNumber)
                        .reversed()));
        return order.stream()
                .limit(threads)
                .map(processor -> Integer.toString(processor.getProcessorNumber()))
                .collect(Collectors.joining(","));
    }

    /** Returns the number of processors of the same physical core with a smaller number. */
    private static long rankOnCore(List<LogicalProcessor> processors, LogicalProcessor processor) {
        return processors.stream()
                .filter(other -> other.getPhysicalPackageNumber() == processor.getPhysicalPackageNumber()
                        && other.getPhysicalProcessorNumber() == processor.getPhysicalProcessorNumber()
                        && other.getProcessorNumber() < processor.getProcessorNumber())
                .count();
    }
}
