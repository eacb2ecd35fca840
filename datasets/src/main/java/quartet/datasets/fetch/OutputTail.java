package quartet.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the output of a process and keeps the end, so that endless output fills neither the disk nor the memory. */
final class OutputTail {
    private static final int MAXIMUM_BYTES = 1 << 16;
    private static final long WAIT_MILLIS = 2000;

    private final Thread reader;
    private byte[] tail = new byte[0];

    private OutputTail(InputStream output) {
        reader = new Thread(() -> read(output), "output of a package client");
        reader.setDaemon(true);
    }

    /** Starts reading in the background. */
    static OutputTail start(InputStream output) {
        OutputTail tail = new OutputTail(output);
        tail.reader.start();
        return tail;
    }

    /** Returns the end of the output. Waits for the output to end, but at most two seconds. */
    String text() throws InterruptedException {
        reader.join(WAIT_MILLIS);
        synchronized (this) {
            return new String(tail, StandardCharsets.ISO_8859_1);
        }
    }

    private void read(InputStream output) {
        byte[] buffer = new byte[MAXIMUM_BYTES];
        try (output) {
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                append(buffer, count);
            }
        } catch (IOException e) {
            // The process has ended.
        }
    }

    private synchronized void append(byte[] buffer, int count) {
        byte[] all = Arrays.copyOf(tail, tail.length + count);
        System.arraycopy(buffer, 0, all, tail.length, count);
        tail = Arrays.copyOfRange(all, Math.max(0, all.length - MAXIMUM_BYTES), all.length);
    }
}
