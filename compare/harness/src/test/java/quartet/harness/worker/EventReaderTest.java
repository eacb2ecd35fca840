package quartet.harness.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;

class EventReaderTest {
    private final Path folder;
    private final Path file;

    EventReaderTest(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("events.jsonl");
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void readsEachLineOnceAsSoonAsItIsWhole() throws IOException, BadAnswerException {
        EventReader reader = new EventReader(new WorkerFolder(folder), 1000);
        assertThat(reader.readNew()).isEmpty();
        append("{\"event\":\"coldStart\",\"seconds\":1.5,\"predictionMillis\":2}\n{\"event\":\"ep");
        assertThat(reader.readNew()).containsExactly(new WorkerEvent.ColdStart(1.5, 2));
        append("och\",\"epoch\":1,\"loss\":0.5,\"seconds\":2,\"added later\":true}\n");
        assertThat(reader.readNew()).containsExactly(new WorkerEvent.Epoch(1, 0.5, 2));
        assertThat(reader.readNew()).isEmpty();
        assertThat(reader.events()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "not JSON",
                "{\"event\":\"dance\"}",
                "{\"event\":\"epoch\",\"epoch\":1}",
                "{\"event\":\"epoch\",\"epoch\":\"x\",\"loss\":1,\"seconds\":1}",
                "{\"event\":\"ready\",\"engine\":null,\"java\":\"17\"}",
                "{\"event\":\"ready\",\"engine\":{\"name\":\"x\"},\"java\":\"17\"}",
                "{\"event\":\"done\"} {\"event\":\"done\"}"
            })
    void refusesALineThatIsNotAnEvent(String line) throws IOException {
        append("{\"event\":\"done\"}\n" + line + "\n");
        assertThatThrownBy(() -> new EventReader(new WorkerFolder(folder), 1000).readNew())
                .isInstanceOf(BadAnswerException.class)
                .hasMessage("events.jsonl, line 2 is not an event: " + line);
    }

    @Test
    void refusesAFileThatIsTooLargeOrShrinksOrIsNone() throws IOException, BadAnswerException {
        append("{\"event\":\"done\"}\n");
        assertThatThrownBy(() -> new EventReader(new WorkerFolder(folder), 10).readNew())
                .hasMessage("events.jsonl has more than 10 bytes");
        EventReader reader = new EventReader(new WorkerFolder(folder), 1000);
        reader.readNew();
        Files.writeString(file, "");
        assertThatThrownBy(reader::readNew).hasMessage("events.jsonl became shorter");
        Files.delete(file);
        assertThat(reader.readNew()).isEmpty();
        Files.createDirectory(file);
        assertThatThrownBy(reader::readNew).hasMessage("events.jsonl is not a file");
    }
}
