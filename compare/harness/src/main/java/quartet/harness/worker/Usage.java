package quartet.harness.worker;

import org.jspecify.annotations.Nullable;

/**
 * What a worker used, as seen from outside its process.
 *
 * @param peakRssBytes peak resident memory
 * @param wallSeconds from the start of the process to its end
 * @param busyThreads the engine's processor time over wall-clock time while it trained; null if training was too short
 *     to tell or the platform does not show it
 * @param joules of the machine's processors from the first prediction to the trained network; null if unknown
 */
public record Usage(
        long peakRssBytes,
        double wallSeconds,
        @Nullable Double busyThreads,
        @Nullable Double joules) {
    /** A process that did not start. */
    static final Usage NONE = new Usage(0, 0, null, null);
}
