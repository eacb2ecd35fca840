package quartet.harness.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import quartet.harness.Folders;

/**
 * The program of the {@link Guardian}'s process. Its standard input ends when the harness exits for any reason. It
 * then ends the workers and deletes the temporary files. It depends on the JDK alone, so that it starts fast.
 */
final class GuardianProgram {
    private final String mark;
    private final List<Path> temporaries = new ArrayList<>();
    private final Set<Long> workers = ConcurrentHashMap.newKeySet();

    private GuardianProgram(String[] arguments) {
        mark = arguments[0];
        Arrays.stream(arguments).skip(1).map(Path::of).forEach(temporaries::add);
    }

    /** Runs the program. Arguments: the mark of the run, then the files and folders to delete. */
    public static void main(String[] arguments) {
        GuardianProgram guardian = new GuardianProgram(arguments);
        // Ctrl-C reaches this process too. After it, a JVM runs only its shutdown hooks.
        Thread follower = new Thread(guardian::follow);
        follower.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            join(follower);
            guardian.clean();
        }));
        join(follower);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the workers' process ids, {@code +1234} at a start and {@code -1234} at an end, until the input ends. */
    private void follow() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long pid = Long.parseLong(line.substring(1));
                if (line.startsWith("+")) {
                    workers.add(pid);
                } else {
                    workers.remove(pid);
                }
            }
        } catch (IOException e) {
            // The harness has exited.
        }
    }

    private void clean() {
        for (long pid : workers) {
            ProcessHandle.of(pid).ifPresent(worker -> {
                worker.descendants().forEach(ProcessHandle::destroyForcibly);
                worker.destroyForcibly();
            });
        }
        MarkedProcesses.destroy(mark);
        temporaries.forEach(Folders::delete);
    }
}
