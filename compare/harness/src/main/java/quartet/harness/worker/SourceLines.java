package quartet.harness.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Counts the lines of code of a Java file: all lines except blank lines, comments, imports and the package
 * declaration.
 */
final class SourceLines {
    private SourceLines() {}

    static int of(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Counts the lines of code. The formatter puts comments on separate lines. */
    static int of(List<String> lines) {
        int code = 0;
        boolean comment = false;
        for (String line : lines) {
            String text = line.strip();
            if (!comment && text.startsWith("/*")) {
                comment = true;
            }
            boolean counts = !comment
                    && !text.isEmpty()
                    && !text.startsWith("//")
                    && !text.startsWith("import ")
                    && !text.startsWith("package ");
            code += counts ? 1 : 0;
            if (comment && text.endsWith("*/")) {
                comment = false;
            }
        }
        return code;
    }
}
