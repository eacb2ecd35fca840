package quartet.notebook.session;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import quartet.notebook.format.Output;

/** Collects the output of a cell to both streams, in order and up to a limit. */
final class PrintedText {
    private static final int LIMIT = 200_000;

    private final List<Output> finished = new ArrayList<>();
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private String currentName = "";
    private int size;

    PrintStream stream(String name) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        add(name, new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        add(name, bytes, offset, length);
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    /** Returns the output since the last call. */
    synchronized List<Output> take() {
        finishCurrent();
        if (size > LIMIT) {
            finished.add(new Output.Printed("stderr", "[the output is cut after " + LIMIT + " bytes]\n"));
        }
        List<Output> all = List.copyOf(finished);
        finished.clear();
        size = 0;
        return all;
    }

    private synchronized void add(String name, byte[] bytes, int offset, int length) {
        if (!name.equals(currentName)) {
            finishCurrent();
            currentName = name;
        }
        current.write(bytes, offset, Math.max(0, Math.min(length, LIMIT - size)));
        size = Math.min(LIMIT + 1, size + length);
    }

    private void finishCurrent() {
        if (current.size() > 0) {
            String text = current.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            finished.add(new Output.Printed(currentName, text));
            current.reset();
        }
    }
}
