package quartet.harness.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerLogTest {
    private static final String LINES =
            IntStream.range(0, 100_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

    private static List<String> tail(String output, Path file, long maximumBytes) {
        byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
        return WorkerLog.start(new ByteArrayInputStream(bytes), file, maximumBytes)
                .tail();
    }

    @Test
    void keepsTheBeginningInTheFileAndTheEndInMemory(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("logs/one.log");
        List<String> tail = tail(LINES, file, 100_000);
        assertThat(tail).hasSize(20).startsWith("line 99980").endsWith("line 99999");
        String text = Files.readString(file);
        assertThat(text).isEqualTo(LINES.substring(0, 100_000) + "\n[the log is full; the rest is not recorded]\n");
        tail("more\n", file, 100_000);
        assertThat(file).hasContent(text);
    }

    @Test
    void appendsBelowTheLimit(@TempDir Path folder) {
        Path file = folder.resolve("one.log");
        assertThat(tail("a\n", file, 100)).containsExactly("a");
        assertThat(tail("b\u001b[2J\tc", file, 100)).containsExactly("b?[2J c");
        assertThat(file).hasContent("a\nb\u001b[2J\tc");
    }

    @Test
    void readsOnIfTheFileCannotBeWritten(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectory(folder.resolve("a-folder"));
        assertThat(tail(LINES, file, 100)).endsWith("line 99999");
    }
}
