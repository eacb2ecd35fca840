package quartet.notebook.session;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import quartet.notebook.format.Output;
import quartet.notebook.session.CellRun.Ending;

/**
 * Executes the cells of one notebook with the JShell of the JDK. The cells run in a separate JVM, so that an endless
 * loop, System.exit or a full heap ends only that JVM.
 *
 * <p>A session belongs to one thread, except {@link #stop}.
 */
public final class Session implements AutoCloseable {
    private static final String VECTOR_API = "jdk.incubator.vector";
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Limits limits;
    private final PrintedText printed = new PrintedText();
    private final Exchange exchange = new Exchange();
    private final JShell shell;
    private final Optional<ProcessHandle> process;
    private final ScheduledExecutorService clock;
    private volatile boolean ended;
    private volatile String stopReason = "";

    /** Starts a JVM with the class path of this one. */
    public Session(Limits limits) {
        this.limits = limits;
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "notebook clock");
            thread.setDaemon(true);
            return thread;
        });
        List<String> modules =
                ModuleFinder.ofSystem().find(VECTOR_API).isPresent() ? List.of("--add-modules", VECTOR_API) : List.of();
        shell = JShell.builder()
                .out(printed.stream("stdout"))
                .err(printed.stream("stderr"))
                .remoteVMOptions(jvmOptions(modules).toArray(String[]::new))
                .compilerOptions(modules.toArray(String[]::new))
                .build();
        shell.onShutdown(closed -> ended = true);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            shell.addToClasspath(entry);
        }
        process = ProcessHandle.of(startAgent());
        printed.take();
    }

    /**
     * Executes a cell.
     *
     * @throws IllegalStateException if the JVM of the session has ended
     */
    public CellRun run(String source) {
        if (ended) {
            throw new IllegalStateException("Session: its JVM has ended; start another session");
        }
        stopReason = "";
        long start = System.nanoTime();
        String tooLong = "took longer than " + limits.cellTime().toSeconds() + " s";
        Future<?> alarm = clock.schedule(() -> stop(tooLong), limits.cellTime().toMillis(), TimeUnit.MILLISECONDS);
        CellEvaluation evaluation = new CellEvaluation(shell, () -> ended || !stopReason.isEmpty());
        evaluation.run(source);
        alarm.cancel(false);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Output> outputs = new ArrayList<>(printed.take());
        exchange.takeValue().ifPresent(outputs::add);
        Ending ending = evaluation.ending();
        String message = evaluation.message();
        if (!stopReason.isEmpty()) {
            ending = ended ? Ending.SESSION_ENDED : Ending.STOPPED;
            message = stopReason + (ended ? ", and its JVM had to be ended" : "");
            outputs.add(new Output.Thrown("Stopped", message));
        } else if (ended) {
            ending = Ending.SESSION_ENDED;
            message = exchange.exited() ? "called System.exit" : "the JVM of the notebook crashed or was ended";
            outputs.add(new Output.Thrown("SessionEnded", message));
        } else {
            evaluation.thrown().ifPresent(outputs::add);
        }
        return new CellRun(outputs, ending, message, seconds);
    }

    /** Stops the running cell, if any. Other threads may call this method. */
    public void stop() {
        stop("was stopped");
    }

    /** Returns whether the JVM of the session has ended. */
    public boolean hasEnded() {
        return ended;
    }

    /** Ends the JVM. */
    @Override
    public void close() {
        clock.shutdownNow();
        process.ifPresent(ProcessHandle::destroyForcibly);
        shell.close();
        exchange.close();
    }

    /** Stops a cell, and ends the JVM if the cell does not stop soon, for example because it catches everything. */
    private void stop(String reason) {
        stopReason = reason;
        shell.stop();
        Future<?> unused = clock.schedule(
                () -> {
                    if (stopReason.equals(reason)) {
                        process.ifPresent(ProcessHandle::destroyForcibly);
                    }
                },
                GRACE.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private long startAgent() {
        String folder = exchange.folder().toString().replace("\\", "\\\\");
        CellEvaluation start = new CellEvaluation(shell, () -> ended);
        String pid = start.valueOf(CellAgent.class.getName() + ".start(\"" + folder + "\")");
        return Long.parseLong(pid);
    }

    /** Returns the options of the JVM, which make the output of cells independent of locale and encoding. */
    private List<String> jvmOptions(List<String> modules) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + limits.heap(),
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                "-Dquartet.threads=1"));
        Path home = Path.of(System.getProperty("quartet.home", ".")).toAbsolutePath();
        options.add("-Dquartet.home=" + home);
        options.addAll(modules);
        return options;
    }
}
