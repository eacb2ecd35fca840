package quartet.harness.command;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import quartet.harness.Printable;
import quartet.harness.run.Progress;

/** Shows the progress of a comparison on standard error: a bar on a terminal, plain lines elsewhere. */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final long SHOWN_AT_LEAST_MILLIS = 500;

    private final PrintStream out;
    private final int steps;
    private final Optional<ProgressBar> bar;
    private String current = "";
    private int done;

    private ConsoleProgress(PrintStream out, int steps, Optional<ProgressBar> bar) {
        this.out = out;
        this.steps = steps;
        this.bar = bar;
    }

    /**
     * Progress towards a number of steps.
     *
     * @param terminal whether standard error is a terminal; only the launcher can know on every Java version
     */
    static ConsoleProgress start(int steps, boolean terminal) {
        if (!terminal) {
            return new ConsoleProgress(System.err, steps, Optional.empty());
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("quartet")
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) SHOWN_AT_LEAST_MILLIS)
                .build();
        return new ConsoleProgress(System.err, steps, Optional.of(bar));
    }

    @Override
    public void begin(String what) {
        current = Printable.line(what);
        bar.ifPresentOrElse(
                b -> b.setExtraMessage(" " + current), () -> out.printf("[%d/%d] %s%n", done + 1, steps, current));
    }

    @Override
    public void detail(String text) {
        bar.ifPresent(b -> b.setExtraMessage(" " + current + " " + Printable.line(text)));
    }

    @Override
    public void end() {
        done++;
        bar.ifPresent(ProgressBar::step);
    }

    /** Printed at once, because a comparison may continue for hours. */
    @Override
    public void failed(String reason) {
        end();
        String line = current + ": " + Printable.line(reason);
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
