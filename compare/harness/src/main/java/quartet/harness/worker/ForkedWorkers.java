package quartet.harness.worker;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.launch.ClassArchive;
import quartet.harness.launch.Cores;
import quartet.harness.process.BusyThreads;
import quartet.harness.process.Ending;
import quartet.harness.process.EnergyWatch;
import quartet.harness.process.Guardian;
import quartet.harness.process.MemoryWatch;
import quartet.harness.process.Usage;

/** Forks a process for each job, a JVM or a peer's program, and monitors it until it ends. */
public final class ForkedWorkers implements Workers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long POLL_MILLIS = 50;

    private final Guardian guardian;
    private final boolean pin;
    private final Map<String, ClassArchive> archives = new HashMap<>();
    private final String heap;
    private final int timeoutSeconds;

    /**
     * Prepares the workers of a run.
     *
     * @param guardian ends the workers if this process cannot
     */
    public ForkedWorkers(Settings settings, Guardian guardian) {
        this.guardian = guardian;
        pin = settings.pin();
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
        if (engine.peer().isPresent()) {
            return run(engine, job, folder, log, observer, List.of());
        }
        ClassArchive archive = archive(engine, job);
        List<String> recording = records(job) ? archive.record() : List.of();
        if (recording.isEmpty()) {
            return run(engine, job, folder, log, observer, archive.use());
        }
        WorkerResult result = run(engine, job, folder, log, observer, recording);
        if (result.ok()) {
            archive.keep();
            return result;
        }
        archive.discard();
        boolean jvmFailed = result.events().isEmpty()
                || result.first(WorkerEvent.Done.class).isPresent();
        return jvmFailed ? run(engine, job, folder, log, observer, List.of()) : result;
    }

    private WorkerResult run(
            InstalledEngine engine,
            WorkerJob job,
            WorkerFolder folder,
            Path log,
            Consumer<WorkerEvent> observer,
            List<String> classData) {
        Process process;
        try {
            prepare(engine, job, folder, classData);
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
                waitForTheEnd(); // A worker ended by Ctrl-C has no result.
            }
            return result;
        } finally {
            guardian.end(process);
            removeHook(killer);
        }
    }

    /** Prepares the folder. An earlier worker may have left any files in it; symbolic links are not followed. */
    private void prepare(InstalledEngine engine, WorkerJob job, WorkerFolder folder, List<String> classData)
            throws IOException {
        if (!Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder.path());
        }
        Files.deleteIfExists(folder.events());
        replace(folder.job(), JSON.writeValueAsString(job));
        List<String> arguments = new ArrayList<>();
        arguments.add("-Xmx" + heap);
        arguments.add("-D" + EngineInfo.THREADS_PROPERTY + "=" + job.threads());
        arguments.addAll(engine.jvmArguments(job.threads()));
        arguments.addAll(classData);
        arguments.add("-cp");
        arguments.add(engine.classPath());
        // An argument file, because a class path may be too long for a command line.
        replace(
                argumentFile(folder),
                String.join("\n", arguments.stream().map(ForkedWorkers::quoted).toList()));
    }

    /**
     * Returns the archive for a kind of network. Networks of one kind load the same classes. The hash is computed
     * once, outside every measurement.
     */
    private ClassArchive archive(InstalledEngine engine, WorkerJob job) {
        String kind = engine.name() + "-" + job.spec().getClass().getSimpleName();
        return archives.computeIfAbsent(
                kind,
                key -> ClassArchive.of(
                        engine.module().resolve("target/class-data").toAbsolutePath(),
                        key,
                        engine.classPathEntries(),
                        engine.jvmArguments(1)));
    }

    /**
     * Returns whether a job records the archive. The parity job does: it is not measured, and it loads all classes
     * that training needs.
     */
    private static boolean records(WorkerJob job) {
        return job.phases().contains(Phase.PROBE);
    }

    private static void replace(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static Path argumentFile(WorkerFolder folder) {
        return folder.path().resolve("java.arguments");
    }

    private Process start(InstalledEngine engine, WorkerJob job, WorkerFolder folder) throws IOException {
        List<String> command = new ArrayList<>(pin ? Cores.command(job.threads()) : List.of());
        command.addAll(engine.peer().map(peer -> peer.command(folder.path())).orElseGet(() -> javaCommand(folder)));
        ProcessBuilder builder = new ProcessBuilder(command);
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
        EnergyWatch energy = new EnergyWatch();
        EventReader events = new EventReader(folder);
        Ending ending = await(
                process,
                memory,
                events,
                observer.andThen(busy::observe).andThen(energy::observe).andThen(memory::observe));
        double seconds = (System.nanoTime() - start) / 1e9;
        guardian.end(process); // A remaining child process would keep the log open.
        List<String> tail = ending.status() == Status.OK ? List.of() : output.tail();
        return new WorkerResult(
                ending.status(),
                ending.reason(),
                tail,
                events.events(),
                new Usage(memory.peakBytes(), seconds, busy.ratio(), energy.joules()));
    }

    private Ending await(Process process, MemoryWatch memory, EventReader events, Consumer<WorkerEvent> observer) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        try {
            while (!waitFor(process)) {
                events.readNew().forEach(observer);
                memory.sample();
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

    /** Quotes an argument for an argument file, in which a backslash is the escape character. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down, and the hook is already running.
        }
    }
}
