package quartet.harness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.harness.UsageException;

class BenchmarkTablesTest {
    private static final String RESULT = """
            {"benchmark": "quartet.benchmark.%s", "mode": "avgt", "forks": 1, "jdkVersion": "17.0.1",
             "measurementIterations": 5, "measurementTime": "1 s", "params": {%s},
             "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "us/op"}}""";

    private final Path folder;

    BenchmarkTablesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesATableForEachBenchmarkClass() throws IOException {
        Path file = file(
                RESULT.formatted("A.run", "\"size\": \"1\", \"library\": \"X\"", "1234.6", "6.7"),
                RESULT.formatted("A.run", "\"size\": \"1\", \"library\": \"Y\"", "1.234", "0.015"),
                RESULT.formatted("B.one", "", "12.34", "\"NaN\""),
                RESULT.formatted("B.two", "", "2", "1"));
        String document = """
                <!-- quartet A -->
                <!-- end of quartet A -->
                <!-- quartet B -->
                <!-- end of quartet B -->
                """;
        String written = BenchmarkTables.read(file).into(document).orElseThrow();
        assertThat(written)
                .contains("| | library x | library y |\n", "| 1 | 1,235 ± 7 | 1.23 ± 0.02 |\n")
                .contains("| | us |\n", "| `one` | 12.3 |\n", "| `two` | 2.00 ± 1.00 |\n")
                .contains("Time of a call in us; Java 17.0.1; forks: 1, iterations: 5 of 1 s.");
        assertThat(MarkedSection.isUnedited(written, "A")).isTrue();
        assertThat(MarkedSection.isUnedited(written, "B")).isTrue();
        assertThat(BenchmarkTables.read(file).into("no markers")).isEmpty();
    }

    @Test
    void refusesOtherFiles() throws IOException {
        assertThatThrownBy(() -> BenchmarkTables.read(file("{\"a\": 1}")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is not a result of JMH");
        Path broken = Files.writeString(folder.resolve("broken.json"), "[");
        assertThatThrownBy(() -> BenchmarkTables.read(broken)).isInstanceOf(UsageException.class);
    }

    /** Figures of the page about speed come from benchmarks and not from a keyboard. */
    @Test
    void theFiguresOfThePerformancePageAreAsTheyWereWritten() throws IOException {
        String page = Files.readString(Path.of("../../scratch/PERFORMANCE.md"));
        assertThat(List.of("StepBenchmark", "ImageBenchmark", "MicroKernelBenchmark", "MatmulBenchmark"))
                .as("PERFORMANCE.md: write the tables with: compare/quartet report FILE.json --into PERFORMANCE.md")
                .allMatch(name -> MarkedSection.isUnedited(page, name));
    }

    private Path file(String... results) throws IOException {
        return Files.writeString(folder.resolve("jmh.json"), "[" + String.join(",", results) + "]");
    }
}
