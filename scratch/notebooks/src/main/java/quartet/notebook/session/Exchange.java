package quartet.notebook.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import quartet.notebook.format.Drawing;
import quartet.notebook.format.Output;

/** The temporary folder through which the JVM of a session passes values to the runner. */
final class Exchange implements AutoCloseable {
    private final Path folder;

    Exchange() {
        try {
            folder = Files.createTempDirectory("quartet-notebook");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be created: " + e.getMessage(), e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Returns whether the JVM exited normally, which means by System.exit. */
    boolean exited() {
        return Files.exists(folder.resolve(CellAgent.EXIT));
    }

    /** Removes and returns the value that the agent wrote, if any. */
    Optional<Output.Value> takeValue() {
        try {
            if (!Files.exists(folder.resolve(CellAgent.TEXT))) {
                return Optional.empty();
            }
            Optional<Drawing> drawing = Optional.empty();
            if (Files.exists(folder.resolve(CellAgent.DATA))) {
                byte[] png = Files.readAllBytes(folder.resolve(CellAgent.PNG));
                drawing = Optional.of(new Drawing(
                        Base64.getEncoder().encodeToString(png), read(CellAgent.SVG), read(CellAgent.DATA)));
            }
            Output.Value value = new Output.Value(read(CellAgent.TEXT), drawing);
            clear();
            return Optional.of(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a value cannot be read: " + e.getMessage(), e);
        }
    }

    /** Deletes the folder. */
    @Override
    public void close() {
        try {
            clear();
            Files.deleteIfExists(folder.resolve(CellAgent.EXIT));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // The operating system cleans its temporary folders.
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name)).replace("\r\n", "\n");
    }

    private void clear() throws IOException {
        for (String name : List.of(CellAgent.TEXT, CellAgent.PNG, CellAgent.SVG, CellAgent.DATA)) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
