package quartet.harness.command;

import java.time.Duration;
import java.util.Locale;
import quartet.harness.Printable;

/**
 * A line of at most {@value #WIDTH} characters that shows a comparison's progress: the number of the step, its
 * description, its progress, and the remaining time. The description is shortened if the line is too long.
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
     * @param detail the progress of the step, or empty
     * @param fraction of the current step that is done, from 0 to 1
     * @param elapsed time since the first step began
     */
    static String of(int done, int steps, String what, String detail, double fraction, Duration elapsed) {
        String start = Math.min(done + 1, steps) + "/" + steps + " ";
        String end = (detail.isEmpty() ? "" : "  " + detail) + left(done + fraction, steps, elapsed);
        int room = Math.max(0, WIDTH - start.length() - end.length());
        String line = start + shortened(Printable.line(what), room) + end;
        return shortened(line, WIDTH);
    }

    /** Estimates the remaining time from the mean duration of the finished steps; empty until a step has finished. */
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
