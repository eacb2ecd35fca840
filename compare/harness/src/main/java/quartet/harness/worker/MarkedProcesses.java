package quartet.harness.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The processes of one run. A worker's environment has a variable with the run's mark, and children inherit it, so that
 * they are found even after the worker has ended and they have another parent. Only Linux shows the environment of a
 * process; elsewhere no process is found.
 */
final class MarkedProcesses {
    /** The environment variable. */
    static final String VARIABLE = "QUARTET_RUN";

    private static final int ATTEMPTS = 50;
    private static final long PAUSE_MILLIS = 20;

    private MarkedProcesses() {}

    /** Ends them all. A process can start another one meanwhile, so this looks again until there is none. */
    static void destroy(String mark) {
        List<ProcessHandle> found = find(mark);
        for (int attempt = 0; attempt < ATTEMPTS && !found.isEmpty(); attempt++) {
            found.forEach(ProcessHandle::destroyForcibly);
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            found = find(mark);
        }
    }

    private static List<ProcessHandle> find(String mark) {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && isMarked(process.pid(), mark))
                .toList();
    }

    private static boolean isMarked(long pid, String mark) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(VARIABLE + "=" + mark);
        } catch (IOException e) {
            return false; // It ended, belongs to another user, or this is not Linux.
        }
    }
}
