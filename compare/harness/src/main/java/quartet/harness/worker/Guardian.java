package quartet.harness.worker;

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
 * A small process that outlives the harness by a moment. A harness that is killed cannot clean up; this process then
 * ends its workers and their children and deletes its temporary files. It sleeps while the harness runs.
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

    /** Starts a process that does not outlive this one. */
    public Process launch(ProcessBuilder builder) throws IOException {
        builder.environment().put(MarkedProcesses.VARIABLE, mark);
        Process child = builder.start();
        send("+" + child.pid());
        return child;
    }

    /** Ends a process that was launched, and all its children, whoever their parent is now. */
    public void end(Process child) {
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        child.toHandle().destroyForcibly(); // Unlike the process itself, the handle leaves unread output alone.
        MarkedProcesses.destroy(mark);
        send("-" + child.pid());
    }

    private synchronized void send(String line) {
        try {
            input.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            input.flush();
        } catch (IOException e) {
            // Without a guardian, a run is as safe as its own shutdown hooks.
        }
    }

    /** Lets the guardian clean up and waits for its end. */
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
