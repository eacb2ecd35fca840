package quartet.notebook.session;

import java.util.List;
import quartet.notebook.format.Output;

/**
 * The result of running a cell.
 *
 * @param outputs its printed text, its value, and an exception
 * @param ending the way in which it ended
 * @param message the problem in one line; empty if there is none
 * @param seconds the time it took
 */
public record CellRun(List<Output> outputs, Ending ending, String message, double seconds) {
    /** The ways in which a cell can end. */
    public enum Ending {
        /** All its statements were executed. */
        FINISHED,
        /** An exception ended it. */
        THROWN,
        /** The compiler rejected it. */
        REJECTED,
        /** The user stopped it, or it exceeded the time limit. */
        STOPPED,
        /** The JVM of the session has ended, so that no further cell can run. */
        SESSION_ENDED
    }

    public CellRun {
        outputs = List.copyOf(outputs);
    }
}
