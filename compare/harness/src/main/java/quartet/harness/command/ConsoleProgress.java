package quartet.harness.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import quartet.harness.Printable;
import quartet.harness.run.Progress;

/**
 * Shows the progress of a comparison on standard error. On a terminal, the last line shows the current step, and each
 * finished step leaves a row above it. Elsewhere, each step is a plain line.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int REFRESH_MILLIS = 500;

    private final PrintStream out;
    private final int steps;
    private final Optional<ProgressBar> bar;
    private String current = "";
    private String detail = "";
    private double fraction;
    private int done;

    private ConsoleProgress(PrintStream out, int steps, boolean terminal) {
        this.out = out;
        this.steps = steps;
        bar = terminal ? Optional.of(bar()) : Optional.empty();
    }

    /**
     * Starts to show progress.
     *
     * @param terminal whether standard error is a terminal; only the launcher can detect it on every Java version
     */
    static ConsoleProgress start(int steps, boolean terminal) {
        return new ConsoleProgress(System.err, steps, terminal);
    }

    static ConsoleProgress start(PrintStream out, int steps, boolean terminal) {
        return new ConsoleProgress(out, steps, terminal);
    }

    /** Builds a bar whose own thread refreshes the line, so that the remaining time counts down during long steps. */
    private ProgressBar bar() {
        return new ProgressBarBuilder()
                .setInitialMax(steps)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setRenderer((state, length) -> line(state.getElapsedAfterStart()))
                .setConsumer(new DelegatingProgressBarConsumer(this::show, ProgressLine.WIDTH))
                .build();
    }

    private synchronized String line(Duration elapsed) {
        return current.isEmpty() ? "" : ProgressLine.of(done, steps, current, detail, fraction, elapsed);
    }

    /** Overwrites the last line. Blanks erase the rest of a longer one. */
    private synchronized void show(String line) {
        out.print("\r" + padded(line) + "\r" + line);
        out.flush();
    }

    private static String padded(String line) {
        return line + " ".repeat(Math.max(0, ProgressLine.WIDTH - 1 - line.length()));
    }

    @Override
    public synchronized void begin(String what) {
        current = Printable.line(what);
        detail = "";
        fraction = 0;
        if (bar.isEmpty()) {
            out.printf("[%d/%d] %s%n", done + 1, steps, current);
        }
        bar.ifPresent(ProgressBar::refresh);
    }

    @Override
    public synchronized void detail(String text, double share) {
        detail = Printable.line(text);
        fraction = share;
        bar.ifPresent(ProgressBar::refresh);
    }

    @Override
    public synchronized void end(String result) {
        done++;
        if (!result.isEmpty()) {
            row(current + ": " + Printable.line(result));
        }
        bar.ifPresent(ProgressBar::step);
    }

    /** Prints the reason at once, because a comparison may continue for hours. */
    @Override
    public synchronized void failed(String reason) {
        done++;
        row(current + ": " + Printable.line(reason));
        bar.ifPresent(ProgressBar::step);
    }

    private void row(String text) {
        out.println(bar.isPresent() ? "\r" + padded(text) : text);
    }

    /** Erases the last line before something else is printed. */
    void finish() {
        bar.ifPresent(open -> {
            synchronized (this) {
                current = "";
            }
            open.close();
            show("");
        });
    }

    @Override
    public void close() {
        finish();
    }
}
