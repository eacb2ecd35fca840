package quartet.harness.worker;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import quartet.contract.EngineInfo;
import quartet.contract.worker.Worker;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob;
import quartet.harness.Settings;
import quartet.harness.Status;

/** Forks a process for each job, a JVM or a peer's program, and watches it until it ends. */
public final class ForkedWorkers implements Workers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long POLL_MILLIS = 50;

    private final Guardian guardian;
    private final String heap;
    private final int timeoutSeconds;

    /**
     * Prepares for a run.
     *
     * @param guardian ends the workers if this process cannot
     */
    public ForkedWorkers(Settings settings, Guardian guardian) {
        this.guardian = guardian;
        heap = settings.heap();
        timeoutSeconds = settings.timeoutSeconds();
    }

    @Override
    public WorkerResult run(
            InstalledEngine engine, WorkerJob job, WorkerFolder folder, Path log, Consumer<WorkerEvent> observer) {
        Optional<String> problem = engine.peer().flatMap(PeerProgram::problem);
        if (problem.isPresent()) {
            return new WorkerResult(Status.UNSUPPORTED, problem.get(), List.of(), List.of(), Usage.NONE);
        }
        Process process;
        try {
            prepare(engine, job, folder);
            process = start(engine, job, folder);
        } catch (IOException e) {
            String reason = "the worker cannot be started: " + e.getMessage();
            return new WorkerResult(Status.FAILED, reason, List.of(), List.of(), Usage.NONE);
        }
        WorkerLog output = WorkerLog.start(process.getInputStream(), log, WorkerLog.MAXIMUM_BYTES);
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread killer = new Thread(() -> {
            interrupted.set(true);
            guardian.end(process);
        });
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            WorkerResult result = watch(process, folder, output, observer);
            if (interrupted.get()) {
                waitForTheEnd(); // A worker that Ctrl-C ended is no result.
            }
            return result;
        } finally {
            guardian.end(process);
            removeHook(killer);
        }
    }

    /** An earlier worker may have left anything in the folder; no link of it is followed. */
    private void prepare(InstalledEngine engine, WorkerJob job, WorkerFolder folder) throws IOException {
        if (!Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder.path());
        }
        Files.deleteIfExists(folder.events());
        replace(folder.job(), JSON.writeValueAsString(job));
        List<String> arguments = new ArrayList<>();
        arguments.add("-Xmx" + heap);
        arguments.add("-D" + EngineInfo.THREADS_PROPERTY + "=" + job.threads());
        arguments.addAll(engine.jvmArguments(job.threads()));
        arguments.add("-cp");
        arguments.add(engine.classPath());
        // A file instead of arguments: a class path may be longer than a command line.
        replace(
                argumentFile(folder),
                String.join("\n", arguments.stream().map(ForkedWorkers::quoted).toList()));
    }

    private static void replace(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static Path argumentFile(WorkerFolder folder) {
        return folder.path().resolve("java.arguments");
    }

    private Process start(InstalledEngine engine, WorkerJob job, WorkerFolder folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                engine.peer().map(peer -> peer.command(folder.path())).orElseGet(() -> javaCommand(folder)));
        builder.environment().putAll(engine.environment(job.threads()));
        return guardian.launch(builder.redirectErrorStream(true));
    }

    private static List<String> javaCommand(WorkerFolder folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + argumentFile(folder),
                Worker.class.getName(),
                folder.path().toAbsolutePath().toString());
    }

    private WorkerResult watch(Process process, WorkerFolder folder, WorkerLog output, Consumer<WorkerEvent> observer) {
        long start = System.nanoTime();
        MemoryWatch memory = new MemoryWatch(process.pid());
        BusyThreads busy = new BusyThreads(process.pid());
        EventReader events = new EventReader(folder);
        Ending ending = await(process, memory, events, observer.andThen(busy::observe));
        double seconds = (System.nanoTime() - start) / 1e9;
        guardian.end(process); // A child that is left would keep the log open.
        List<String> tail = ending.status() == Status.OK ? List.of() : output.tail();
        return new WorkerResult(
                ending.status(),
                ending.reason(),
                tail,
                events.events(),
                new Usage(memory.peakBytes(), seconds, busy.ratio()));
    }

    private Ending await(Process process, MemoryWatch memory, EventReader events, Consumer<WorkerEvent> observer) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        try {
            while (!waitFor(process)) {
                memory.sample();
                events.readNew().forEach(observer);
                if (System.nanoTime() > deadline) {
                    return new Ending(Status.TIMEOUT, "no end after " + timeoutSeconds + " s; see --timeout");
                }
            }
            events.readNew().forEach(observer);
            return Ending.of(process.exitValue(), events.events());
        } catch (BadAnswerException e) {
            return new Ending(Status.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private boolean waitFor(Process process) {
        try {
            return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            guardian.end(process);
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
