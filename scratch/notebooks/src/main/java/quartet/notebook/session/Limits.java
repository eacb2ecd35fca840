package quartet.notebook.session;

import java.time.Duration;

/**
 * What a session may use.
 *
 * @param cellTime the time that a cell may take
 * @param heap the maximum heap of the session's JVM, as in {@code -Xmx}
 */
public record Limits(Duration cellTime, String heap) {
    /** Returns a minute for each cell, and a heap of 1 GiB. */
    public static Limits standard() {
        return new Limits(Duration.ofSeconds(60), "1g");
    }
}
