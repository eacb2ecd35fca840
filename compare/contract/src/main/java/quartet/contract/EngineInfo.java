package quartet.contract;

import java.util.List;

/**
 * The framework, library and device that compute.
 *
 * @param name on the command line and in files, such as {@code djl-pytorch}
 * @param framework name and version of the framework, as it reports them
 * @param nativeLibrary name and version of the library that performs the arithmetic
 * @param device such as {@code cpu}
 * @param threads threads of one operation, as read back from the framework
 * @param deviations deviations from the strict specification that the framework requires, each with its reason; empty
 *     if there are none
 */
public record EngineInfo(
        String name, String framework, String nativeLibrary, String device, int threads, List<String> deviations) {
    /** The system property that sets an engine's number of threads; the default is 1. */
    public static final String THREADS_PROPERTY = "quartet.threads";

    public EngineInfo {
        deviations = List.copyOf(deviations);
    }

    /** Returns the number of threads that this JVM's engine must use. */
    public static int requestedThreads() {
        return Integer.getInteger(THREADS_PROPERTY, 1);
    }
}
