package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.worker.Worker;

class RunIT {
    @Test
    void writesResultsInTheirFixedForm(@TempDir Path home) throws IOException {
        CommandLineKit kit = new CommandLineKit(home);
        Path out = home.resolve("out");
        CommandLineKit.Answer answer = kit.run(
                "run",
                "classification",
                "regression",
                "--scale",
                "smoke",
                "--epochs",
                "3",
                "--rounds",
                "2",
                "--out",
                out.toString());
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(0);
        assertThat(answer.out()).contains("classification on iris").contains("linear regression");
        assertThat(out).isDirectoryContaining("glob:**/results.csv").isDirectoryContaining("glob:**/report.md");
        assertThat(out).isDirectoryNotContaining("glob:**/work-*");

        JsonNode json = new JsonMapper().readTree(out.resolve("results.json").toFile());
        assertThat(json.path("schema").asInt()).isEqualTo(1);
        assertThat(json.path("runs")).hasSize(4);
        JsonNode run = json.path("runs").path(0);
        for (String field : new String[] {
            "project",
            "dataset",
            "engine",
            "round",
            "status",
            "reason",
            "scores",
            "epochs",
            "stepMillis",
            "inference",
            "coldStartSeconds",
            "peakRssBytes",
            "parity",
            "deviations"
        }) {
            assertThat(run.has(field)).as(field).isTrue();
        }
        assertThat(run.path("epochs")).hasSize(3);
        assertThat(run.at("/epochs/2/score").asDouble())
                .isEqualTo(run.at("/scores/accuracy").asDouble());
        assertThat(run.at("/parity/status").asText()).isEqualTo("ok");
        assertClassDataArchive(home, run);
        assertThat(run.at("/stepParts/step").asDouble()).isPositive();
        assertThat(run.at("/stepParts/gradients").asDouble())
                .isGreaterThan(run.at("/stepParts/predict").asDouble());
        assertThat(run.path("firstPredictionMillis").asDouble()).isPositive();
        assertThat(run.at("/outcome/confusion")).hasSize(3);
        assertThat(json.at("/runs/1/outcome/pairs")).hasSize(206);
        assertThat(json.at("/runs/2").has("outcome")).isFalse();
        assertThat(json.at("/environment/engines/0/classPathBytes").asLong()).isPositive();
        assertThat(run.at("/inference/p99Micros").asDouble())
                .isGreaterThanOrEqualTo(run.at("/inference/p50Micros").asDouble());
        assertThat(run.at("/inference/latencyMicros/p95").asDouble())
                .isBetween(
                        run.at("/inference/latencyMicros/p50").asDouble(),
                        run.at("/inference/p99Micros").asDouble());
        JsonNode summary = json.path("summary").path(0);
        assertThat(summary.path("sameBits").asBoolean()).isTrue();
        assertThat(summary.path("ratioToScratch").asDouble()).isEqualTo(1);
        assertThat(summary.path("verdict").asText()).isEqualTo("tie");

        String report = Files.readString(out.resolve("report.md"));
        Files.delete(out.resolve("report.md"));
        assertThat(kit.run("report", out.toString()).exitCode()).isEqualTo(0);
        assertThat(Files.readString(out.resolve("report.md"))).isEqualTo(report);
        assertThat(kit.run("run", "--out", out.toString()).err()).contains("is not empty");
    }

    @Test
    void whateverHappensToAWorkerIsARowAndTheOthersGoOn(@TempDir Path home) throws IOException {
        CommandLineKit kit = new CommandLineKit(home, "hanging", "hungry", "killed", "unsupported");
        Path out = home.resolve("out");
        CommandLineKit.Answer answer = kit.run(
                "run",
                "classification",
                "--scale",
                "smoke",
                "--epochs",
                "60",
                "--timeout",
                "15",
                "--heap",
                "64m",
                "--out",
                out.toString());
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(1);
        JsonNode json = new JsonMapper().readTree(out.resolve("results.json").toFile());
        JsonNode runs = json.path("runs");
        assertThat(json.at("/environment/engines").findValuesAsText("engine"))
                .containsExactly("scratch", "hanging", "hungry", "killed", "unsupported");
        assertThat(json.at("/environment/engines").findValuesAsText("framework"))
                .hasSize(5)
                .endsWith("test", "test", "test", "test");
        assertThat(find(runs, "scratch").path("status").asText()).isEqualTo("ok");
        assertThat(find(runs, "hanging").path("status").asText()).isEqualTo("timeout");
        assertThat(find(runs, "hungry").path("status").asText()).isEqualTo("failed");
        assertThat(find(runs, "hungry").path("reason").asText()).contains("OutOfMemoryError");
        assertThat(find(runs, "killed").path("status").asText()).isEqualTo("failed");
        assertThat(find(runs, "killed").path("reason").asText()).isEqualTo("ended by signal 9 (SIGKILL)");
        assertThat(find(runs, "unsupported").path("status").asText()).isEqualTo("unsupported");
        assertThat(answer.out()).contains("! killed: failed: ended by signal 9 (SIGKILL)");
    }

    /** Maven tests the packaged contract and data; a JVM archives no classes of folders. */
    private static void assertClassDataArchive(Path home, JsonNode run) {
        Path contract = Path.of(
                Worker.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        String arguments = run.at("/receipt/jvmArguments").toString();
        if (Files.isRegularFile(contract)) {
            assertThat(arguments).contains("-XX:SharedArchiveFile=" + home);
            assertThat(home.resolve("scratch/target/class-data"))
                    .isDirectoryContaining("glob:**/scratch-MlpSpec-*.jsa");
        } else {
            assertThat(arguments).doesNotContain("-XX:SharedArchiveFile");
        }
    }

    private static JsonNode find(JsonNode runs, String engine) {
        for (JsonNode run : runs) {
            if (run.path("engine").asText().equals(engine)) {
                return run;
            }
        }
        throw new AssertionError("no run of " + engine);
    }
}
