package quartet.harness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartet.harness.UsageException;
import quartet.harness.page.ResultPage;
import quartet.harness.results.Results;
import quartet.harness.results.SampleResults;

class ResultFilesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> REPLACEMENTS =
            List.of("null", "7", "-1", "1e300", "\"text\"", "true", "[]", "[null]", "{}", "{\"a\":{}}");

    private final Path folder;
    private final Path file;
    private final Results results = SampleResults.of("exit code 3");

    ResultFilesTest(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("results.json");
    }

    @BeforeEach
    void writeResults() {
        ResultFiles.write(folder, results);
    }

    @Test
    void readsWhatItWrites() {
        assertThat(ResultFiles.read(folder)).isEqualTo(results);
        assertThat(folder)
                .isDirectoryNotContaining("glob:**.part")
                .isDirectoryContaining("glob:**/report.md")
                .isDirectoryContaining("glob:**/results.csv");
    }

    @Test
    void ignoresFieldsOfALaterVersionAndKeepsThemInTheFile() throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(file.toFile());
        json.put("joules", 7);
        ((ObjectNode) json.at("/runs/0")).putObject("temperature").put("celsius", 60);
        ((ObjectNode) json.path("settings")).put("division", "strict");
        JSON.writeValue(file.toFile(), json);
        byte[] before = Files.readAllBytes(file);
        assertThat(ResultFiles.read(folder)).isEqualTo(results);
        ResultFiles.writeDerived(folder, results);
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is not a results file: it has no schema number",
                "{ | is not JSON: Unexpected end-of-input",
                "not JSON | is not JSON: Unrecognized token 'not'",
                "[] | is not a results file: it has no schema number",
                "{\"schema\":\"x\"} | is not a results file: it has no schema number",
                "{\"schema\":2} | has schema 2, but this version reads up to schema 1",
                "{\"schema\":1} | is not a results file: no environment"
            })
    void saysInOneLineWhatIsWrong(String content, String expected) throws IOException {
        Files.writeString(file, content);
        assertThatThrownBy(() -> ResultFiles.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(file + " " + expected);
    }

    /** Each value of a results file in turn is removed, and replaced by values of every other type. */
    @Test
    void showsOrRefusesAnyJson() throws IOException {
        JsonNode whole = JSON.readTree(file.toFile());
        List<String> pointers = new ArrayList<>();
        collect(whole, "", pointers);
        assertThat(pointers).hasSizeGreaterThan(200);
        for (String pointer : pointers) {
            attempt(replaced(whole, pointer, ""), "without " + pointer);
            for (String replacement : REPLACEMENTS) {
                attempt(replaced(whole, pointer, replacement), replacement + " at " + pointer);
            }
        }
    }

    private void attempt(JsonNode json, String what) throws IOException {
        JSON.writeValue(file.toFile(), json);
        try {
            Results read = ResultFiles.read(folder);
            ResultFiles.writeDerived(folder, read);
            ResultPage.write(folder, read);
            Tables.of(read).forEach(TerminalTable::render);
        } catch (UsageException e) {
            assertThat(e.getMessage()).as(what).startsWith(file + " ").doesNotContain("\n");
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        node.fieldNames().forEachRemaining(name -> collect(node.path(name), pointer + "/" + name, pointers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.path(i), pointer + "/" + i, pointers);
        }
    }

    /** A copy with another value; an empty replacement removes the value. */
    private static JsonNode replaced(JsonNode whole, String pointer, String replacement) throws IOException {
        JsonNode copy = whole.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            object.remove(name);
            if (!replacement.isEmpty()) {
                object.set(name, JSON.readTree(replacement));
            }
        } else if (replacement.isEmpty()) {
            ((ArrayNode) parent).remove(Integer.parseInt(name));
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), JSON.readTree(replacement));
        }
        return copy;
    }
}
