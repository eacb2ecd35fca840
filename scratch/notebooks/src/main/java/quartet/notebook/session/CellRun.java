package quartet.notebook.session;

import java.util.List;
import quartet.notebook.format.Output;

/**
 * What a cell did.
 *
 * @param outputs what it printed, its value, and an exception
 * @param ending how it ended
 * @param message what went wrong, in one line; empty if nothing did
 * @param seconds the time it took
 */
public record CellRun(List<Output> outputs, Ending ending, String message, double seconds) {
    /** How a cell ended. */
    public enum Ending {
        /** All its statements were executed. */
        FINISHED,
        /** An exception ended it. */
        THROWN,
        /** The compiler rejected it. */
        REJECTED,
        /** The reader stopped it, or it took too long. */
        STOPPED,
        /** The JVM of the session has ended, so that no further cell can run. */
        SESSION_ENDED
    }

    public CellRun {
        outputs = List.copyOf(outputs);
    }
}
