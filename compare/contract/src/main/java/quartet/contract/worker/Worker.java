package quartet.contract.worker;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import quartet.contract.Engine;

/**
 * The program that the harness forks for one engine. It reads {@code job.json}, finds the engine by ServiceLoader,
 * runs the phases, and writes the results to files. Exit codes: 0 for success, 1 for failure, 2 if the engine does not
 * support this platform or network.
 */
public final class Worker {
    private final List<Engine> engines = new ArrayList<>();
    private final WorkerFolder folder;
    private final WorkerJob job;
    private final WorkerEvents events;

    /** Creates the engines before it reads the job, because they may prepare in the background. */
    private Worker(WorkerFolder folder) throws IOException {
        ServiceLoader.load(Engine.class).forEach(engines::add);
        this.folder = folder;
        job = new JsonMapper().readValue(folder.job().toFile(), WorkerJob.class);
        events = new WorkerEvents(folder);
    }

    public static void main(String[] arguments) throws IOException {
        endWithParent();
        Worker worker = new Worker(new WorkerFolder(Path.of(arguments[0])));
        // Threads of frameworks would keep the JVM alive.
        System.exit(worker.runAndReport());
    }

    /** Ends this process when its parent ends, because no harness remains to read the results. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            // The future is ignored, because halting never completes it.
            var unused = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        });
    }

    /** Reports any failure of a framework, including native linkage errors, to the harness as one line. */
    @SuppressWarnings("CatchAndPrintStackTrace") // standard error is the worker's log
    private int runAndReport() {
        try {
            run();
            events.write(new WorkerEvent.Done());
            return 0;
        } catch (UnsupportedOperationException e) {
            events.write(new WorkerEvent.Failed(message(e), true));
            return 2;
        } catch (Throwable e) {
            e.printStackTrace();
            events.write(new WorkerEvent.Failed(message(e), false));
            return 1;
        }
    }

    private void run() {
        Engine engine = engine();
        events.write(new WorkerEvent.Ready(engine.info(), Runtime.version().toString()));
        new JobRun(engine, job, folder, events).run();
    }

    private Engine engine() {
        List<String> names = new ArrayList<>();
        for (Engine engine : engines) {
            String found = engine.info().name();
            if (found.equals(job.engine())) {
                return engine;
            }
            names.add(found);
        }
        throw new IllegalArgumentException(
                "Worker: expected engine '" + job.engine() + "' on the class path, but was " + names);
    }

    private static String message(Throwable e) {
        String message = e.getMessage() == null
                ? ""
                : ": " + e.getMessage().lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + message;
    }
}
