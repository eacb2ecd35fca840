package quartet.harness.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The processes of one run. A worker's environment has a variable with the run's mark. Its children inherit the
 * variable, so they are found even if the worker has ended and they have another parent. Only Linux exposes the
 * environment of a process; no process is found elsewhere.
 */
final class MarkedProcesses {
    /** The environment variable. */
    static final String VARIABLE = "QUARTET_RUN";

    private static final int ATTEMPTS = 50;
    private static final long PAUSE_MILLIS = 20;

    private MarkedProcesses() {}

    /**
     * Ends all processes with a mark. Repeats the search until none is found, because a process can start another one
     * in the meantime.
     */
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
            return false; // The process has ended, belongs to another user, or this is not Linux.
        }
    }
}
