package quartet.harness.command;

import java.time.Duration;
import java.util.Locale;
import quartet.harness.Printable;

/**
 * One line of at most {@value #WIDTH} characters about a comparison: the step of all steps, what it is, how far it is, and
 * the time left. What the step is gives way if the line is too long.
 */
final class ProgressLine {
    static final int WIDTH = 80;

    private ProgressLine() {}

    /**
     * Returns the line.
     *
     * @param done steps that have ended
     * @param steps all steps
     * @param what the current step
     * @param detail how far it is, or empty
     * @param fraction of the current step that is done, from 0 to 1
     * @param elapsed since the first step began
     */
    static String of(int done, int steps, String what, String detail, double fraction, Duration elapsed) {
        String start = Math.min(done + 1, steps) + "/" + steps + " ";
        String end = (detail.isEmpty() ? "" : "  " + detail) + left(done + fraction, steps, elapsed);
        int room = Math.max(0, WIDTH - start.length() - end.length());
        String line = start + shortened(Printable.line(what), room) + end;
        return shortened(line, WIDTH);
    }

    /** Returns the time left if the remaining steps take as long as those that have ended; empty until one has. */
    private static String left(double done, int steps, Duration elapsed) {
        if (done < 1) {
            return "";
        }
        long seconds = Math.round(elapsed.toSeconds() * Math.max(0, steps - done) / done);
        return seconds < 3600
                ? String.format(Locale.ROOT, "  %d:%02d left", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "  %d h %02d left", seconds / 3600, seconds / 60 % 60);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(0, length - 1)) + (length > 0 ? "~" : "");
    }
}
