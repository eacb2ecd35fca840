package quartet.harness.command;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import quartet.datasets.fetch.FetchListener;
import quartet.harness.Printable;

/**
 * Shows the progress of a download on standard error: a bar on a terminal, otherwise a line for each source and file.
 */
final class FetchProgress implements FetchListener, AutoCloseable {
    private static final long MEGABYTE = 1_000_000;

    private final PrintStream out = System.err;
    private final boolean terminal;
    private String current = "";
    private Optional<ProgressBar> bar = Optional.empty();

    FetchProgress(boolean terminal) {
        this.terminal = terminal;
    }

    @Override
    public void trying(String source) {
        close();
        out.println("trying " + Printable.line(source));
    }

    @Override
    public void received(String what, long bytes, long totalBytes) {
        if (!what.equals(current)) {
            close();
            current = what;
            if (terminal) {
                bar = Optional.of(new ProgressBarBuilder()
                        .setTaskName(what)
                        .setInitialMax(totalBytes)
                        .setUnit(" MB", MEGABYTE)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build());
            } else {
                out.println("receiving " + what + (totalBytes < 0 ? "" : " (" + totalBytes + " bytes)"));
            }
        }
        bar.ifPresent(b -> b.stepTo(bytes));
    }

    @Override
    public void failed(String source, String reason) {
        close();
        out.println(Printable.line(source + " failed: " + reason));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
        current = "";
    }
}
