package quartet.harness.process;

import org.jspecify.annotations.Nullable;

/**
 * The resources that a worker used, measured from outside its process.
 *
 * @param peakRssBytes peak resident memory
 * @param wallSeconds from the start of the process to its end
 * @param busyThreads the engine's processor time over wall-clock time while it trained; null if training was too short
 *     or the platform does not provide it
 * @param joules energy of the machine's processors from the first prediction to the trained network; null if unknown
 */
public record Usage(
        long peakRssBytes,
        double wallSeconds,
        @Nullable Double busyThreads,
        @Nullable Double joules) {
    /** A process that did not start. */
    public static final Usage NONE = new Usage(0, 0, null, null);
}
