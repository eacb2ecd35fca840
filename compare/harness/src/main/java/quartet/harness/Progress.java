package quartet.harness;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells how far a comparison is, on standard error: a bar on a terminal, plain lines elsewhere. */
final class Progress implements AutoCloseable {
    private static final long SHOWN_AT_LEAST_MILLIS = 500;

    private final PrintStream out;
    private final int steps;
    private final Optional<ProgressBar> bar;
    private String current = "";
    private int done;

    private Progress(PrintStream out, int steps, Optional<ProgressBar> bar) {
        this.out = out;
        this.steps = steps;
        this.bar = bar;
    }

    /**
     * Progress towards a number of steps.
     *
     * @param terminal whether standard error is a terminal; only the launcher can know on every Java version
     */
    static Progress start(int steps, boolean terminal) {
        if (!terminal) {
            return new Progress(System.err, steps, Optional.empty());
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("quartet")
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) SHOWN_AT_LEAST_MILLIS)
                .build();
        return new Progress(System.err, steps, Optional.of(bar));
    }

    /** A step begins. */
    void begin(String what) {
        current = what;
        bar.ifPresentOrElse(
                b -> b.setExtraMessage(" " + what), () -> out.printf("[%d/%d] %s%n", done + 1, steps, what));
    }

    /** How far the step is. */
    void detail(String text) {
        bar.ifPresent(b -> b.setExtraMessage(" " + current + " " + text));
    }

    /** The step ended. */
    void end() {
        done++;
        bar.ifPresent(ProgressBar::step);
    }

    /** The step ended, and not well: said at once, since a comparison may go on for long. */
    void failed(String reason) {
        end();
        String line = current + ": " + reason;
        if (bar.isPresent()) {
            out.printf("%n%s%n", line);
        } else {
            out.println(line);
        }
    }

    /** Takes the bar away, before something else is printed. */
    void finish() {
        bar.ifPresent(ProgressBar::close);
    }

    @Override
    public void close() {
        finish();
    }
}
