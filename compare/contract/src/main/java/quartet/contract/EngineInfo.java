package quartet.contract;

import java.util.List;

/**
 * What computes.
 *
 * @param name on the command line and in files, such as {@code djl-pytorch}
 * @param framework name and version of the framework, as it reports them
 * @param nativeLibrary name and version of the library that does the arithmetic
 * @param device such as {@code cpu}
 * @param threads threads of one operation, as read back from the framework
 * @param deviations what the framework cannot do identically to the strict specification, each with its reason; empty
 *     if there is nothing
 */
public record EngineInfo(
        String name, String framework, String nativeLibrary, String device, int threads, List<String> deviations) {
    /** The system property by which an engine is told how many threads to use; 1 if it is not set. */
    public static final String THREADS_PROPERTY = "quartet.threads";

    public EngineInfo {
        deviations = List.copyOf(deviations);
    }

    /** How many threads this JVM's engine shall use. */
    public static int requestedThreads() {
        return Integer.getInteger(THREADS_PROPERTY, 1);
    }
}
