package quartet.harness;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import quartet.contract.EngineInfo;
import quartet.contract.worker.Worker;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerEvents;
import quartet.contract.worker.WorkerJob;

/** Forks one worker and watches it to its end, whatever that is. */
final class WorkerProcess {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long POLL_MILLIS = 50;
    private static final int STDERR_LINES = 20;
    private static final List<String> SIGNALS = List.of(
            "", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1",
            "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM");

    private final InstalledEngine engine;
    private final int threads;
    private final String heap;
    private final int timeoutSeconds;

    WorkerProcess(InstalledEngine engine, Settings settings) {
        this.engine = engine;
        threads = settings.threads();
        heap = settings.heap();
        timeoutSeconds = settings.timeoutSeconds();
    }

    /**
     * Runs a job to its end.
     *
     * @param folder for the job and its answers; created if need be
     * @param log receives all that the process prints, after what is there
     * @param observer sees every event, soon after it was reported
     */
    WorkerResult run(WorkerJob job, Path folder, Path log, Consumer<WorkerEvent> observer) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(WorkerJob.EVENTS));
            JSON.writeValue(folder.resolve(WorkerJob.FILE).toFile(), job);
            Process process = start(folder, log);
            AtomicBoolean interrupted = new AtomicBoolean();
            Thread killer = new Thread(() -> {
                interrupted.set(true);
                process.destroyForcibly();
            });
            Runtime.getRuntime().addShutdownHook(killer);
            try {
                WorkerResult result = watch(process, folder, log, observer);
                if (interrupted.get()) {
                    waitForTheEnd(); // A worker that Ctrl-C ended is no result.
                }
                return result;
            } finally {
                process.destroyForcibly();
                removeHook(killer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the worker of " + engine.name() + " cannot be run: " + e.getMessage(), e);
        }
    }

    private Process start(Path folder, Path log) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add("-Xmx" + heap);
        arguments.add("-D" + EngineInfo.THREADS_PROPERTY + "=" + threads);
        arguments.addAll(engine.jvmArguments(threads));
        arguments.add("-cp");
        arguments.add(engine.classPath());
        // A file instead of arguments: a class path may be longer than a command line.
        Path file = folder.resolve("java.arguments");
        Files.write(file, arguments.stream().map(WorkerProcess::quoted).toList(), StandardCharsets.UTF_8);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "@" + file,
                Worker.class.getName(),
                folder.toAbsolutePath().toString());
        builder.environment().putAll(engine.environment(threads));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder.start();
    }

    private WorkerResult watch(Process process, Path folder, Path log, Consumer<WorkerEvent> observer) {
        MemoryWatch memory = new MemoryWatch(process.pid());
        WorkerEvents file = new WorkerEvents(folder);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        int seen = 0;
        boolean ended = false;
        while (!ended) {
            ended = waitFor(process);
            memory.sample();
            List<WorkerEvent> events = file.read();
            events.subList(seen, events.size()).forEach(observer);
            seen = events.size();
            if (!ended && System.nanoTime() > deadline) {
                process.destroyForcibly();
                String reason = "no end after " + timeoutSeconds + " s; see --timeout";
                return new WorkerResult(Status.TIMEOUT, reason, tail(log), events, memory.peakBytes());
            }
        }
        return result(process.exitValue(), file.read(), log, memory.peakBytes());
    }

    private static boolean waitFor(Process process) {
        try {
            return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a worker ran", e);
        }
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static WorkerResult result(int exitCode, List<WorkerEvent> events, Path log, long peakBytes) {
        WorkerResult all = new WorkerResult(Status.OK, "", List.of(), events, peakBytes);
        if (exitCode == 0 && all.first(WorkerEvent.Done.class).isPresent()) {
            return all;
        }
        List<String> tail = tail(log);
        return all.first(WorkerEvent.Failed.class)
                .map(failed -> new WorkerResult(
                        failed.unsupported() ? Status.UNSUPPORTED : Status.FAILED,
                        failed.message(),
                        tail,
                        events,
                        peakBytes))
                .orElseGet(() -> new WorkerResult(Status.FAILED, describe(exitCode), tail, events, peakBytes));
    }

    /** On Unix, Java gives 128 and the signal's number as the exit code of a process that a signal ended. */
    private static String describe(int exitCode) {
        int signal = exitCode - 128;
        if (signal > 0 && signal < SIGNALS.size()) {
            return "ended by signal " + signal + " (" + SIGNALS.get(signal) + ")";
        }
        return "ended with exit code " + exitCode;
    }

    private static List<String> tail(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - STDERR_LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** An argument file takes quoted arguments in which a backslash escapes. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down; the hook is running already.
        }
    }
}
