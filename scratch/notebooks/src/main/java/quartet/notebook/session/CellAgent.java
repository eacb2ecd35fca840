package quartet.notebook.session;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import quartet.notebook.Picture;

/**
 * Runs in the JVM of a session and passes values to the runner. It is public only because JShell calls it; cells do
 * not use it.
 */
public final class CellAgent {
    static final String TEXT = "value.txt";
    static final String PNG = "picture.png";
    static final String SVG = "picture.svg";
    static final String DATA = "picture.txt";
    static final String EXIT = "exit.txt";

    private static Path folder = Path.of("");

    private CellAgent() {}

    /**
     * Prepares the JVM to exit when the runner ends, even if a cell is running.
     *
     * @param exchange the folder for values that are passed to the runner
     * @return the id of this process
     */
    public static long start(String exchange) {
        folder = Path.of(exchange);
        Thread farewell = new Thread(() -> write(EXIT, "exit"));
        Runtime.getRuntime().addShutdownHook(farewell);
        ProcessHandle runner = ProcessHandle.current().parent().orElseThrow();
        Thread watch = new Thread(() -> {
            runner.onExit().join();
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
        return ProcessHandle.current().pid();
    }

    /** Writes a value to the exchange folder, except for the stream that a final {@code printf} returns. */
    public static void value(Object value) {
        if (value instanceof PrintStream) {
            return;
        }
        write(TEXT, text(value));
        if (value instanceof Picture picture) {
            try {
                ImageIO.write(picture, "png", folder.resolve(PNG).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException("the picture cannot be written: " + e.getMessage(), e);
            }
            write(SVG, picture.svg());
            write(DATA, picture.data());
        }
    }

    /** Returns the text of a value, with the elements of arrays. */
    private static String text(Object value) {
        if (!value.getClass().isArray()) {
            return String.valueOf(value);
        }
        String inBrackets = Arrays.deepToString(new Object[] {value});
        return inBrackets.substring(1, inBrackets.length() - 1);
    }

    private static void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("the value cannot be written: " + e.getMessage(), e);
        }
    }
}
