package quartet.harness.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A small process that outlives the harness briefly. A killed harness cannot clean up. This process then ends its
 * workers and their children, and deletes its temporary files. It sleeps while the harness runs.
 */
public final class Guardian implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final OutputStream input;
    private final String mark;

    private Guardian(Process process, String mark) {
        this.process = process;
        this.mark = mark;
        input = process.getOutputStream();
    }

    /**
     * Starts the process.
     *
     * @param temporaries the files and folders to delete
     */
    public static Guardian start(List<Path> temporaries) {
        String mark = UUID.randomUUID().toString();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                CodeLocation.of(Guardian.class).get(0),
                GuardianProgram.class.getName(),
                mark));
        temporaries.forEach(path -> command.add(path.toAbsolutePath().toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Guardian(process, mark);
        } catch (IOException e) {
            throw new UncheckedIOException("the process that cleans up cannot be started: " + e.getMessage(), e);
        }
    }

    /** Starts a worker process that ends with this process. */
    public Process launch(ProcessBuilder builder) throws IOException {
        builder.environment().put(MarkedProcesses.VARIABLE, mark);
        Process child = builder.start();
        send("+" + child.pid());
        return child;
    }

    /** Ends a launched process and all its children, including those with a new parent. */
    public void end(Process child) {
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        child.toHandle().destroyForcibly(); // Unlike Process, ProcessHandle keeps unread output.
        MarkedProcesses.destroy(mark);
        send("-" + child.pid());
    }

    private synchronized void send(String line) {
        try {
            input.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            input.flush();
        } catch (IOException e) {
            // Without a guardian, a run still has its own shutdown hooks.
        }
    }

    /** Starts the guardian's clean-up and waits until it has ended. */
    @Override
    public void close() {
        try {
            input.close();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
