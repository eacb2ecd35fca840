package quartet.notebook.session;

import java.time.Duration;

/**
 * The limits of a session's resources.
 *
 * @param cellTime the maximum time for a cell
 * @param heap the maximum heap of the session's JVM, as in {@code -Xmx}
 */
public record Limits(Duration cellTime, String heap) {
    /** Returns the standard limits: a minute for each cell, and a heap of 1 GiB. */
    public static Limits standard() {
        return new Limits(Duration.ofSeconds(60), "1g");
    }
}
