package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.harness.worker.WorkerLog;

/** A worker whose answers cannot be used gets a row with a reason; the other rows are complete. */
class BadWorkerIT {
    private static final Map<String, String> REASONS = reasons();

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("garbage", "parity phase: events.jsonl, line N is not an event: ?[2Jnot JSON");
        reasons.put("unknown-event", "events.jsonl, line N is not an event: {\"event\":\"dance\"}");
        reasons.put("missing-tensor", "parity phase: probe-0-0.safetensors is missing");
        reasons.put("renamed-tensor", "parity phase: probe-0-0.safetensors: expected tensors [");
        reasons.put("misshaped-tensor", "predictions-2.safetensors: expected predictions [30, 3], but was [3, 30]");
        reasons.put("cut-file", "predictions-2.safetensors: not a whole safetensors file");
        reasons.put("missing-epoch", "predictions-1.safetensors is missing");
        reasons.put("done-only", "parity phase: probe-0-0.safetensors is missing");
        reasons.put("deleted-folder", "ended with exit code 1");
        reasons.put("noise", "parity phase: IllegalStateException: failed after 2 GB of output");
        reasons.put("event-flood", "events.jsonl has more than 134217728 bytes");
        return reasons;
    }

    @Test
    void everyUnusableAnswerIsARowWithItsReason(@TempDir Path home) throws IOException {
        CommandLineKit kit = new CommandLineKit(home, REASONS.keySet().toArray(new String[0]));
        Path out = home.resolve("out");
        CommandLineKit.Answer answer = kit.run(
                "run", "classification", "--scale", "smoke", "--epochs", "2", "--rounds", "2", "--out", out.toString());
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(1);
        JsonNode json = new JsonMapper().readTree(out.resolve("results.json").toFile());
        assertThat(json.path("runs")).hasSize(2 * (REASONS.size() + 1));
        for (JsonNode run : json.path("runs")) {
            String engine = run.path("engine").asText();
            if (engine.equals("scratch")) {
                assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("ok");
                assertThat(run.path("epochs")).hasSize(2);
            } else {
                assertThat(run.path("status").asText()).as(engine).isEqualTo("failed");
                String reason = run.path("reason").asText().replaceAll("line [0-9]+ is", "line N is");
                assertThat(reason).as(engine).startsWith(REASONS.get(engine));
            }
        }
        assertThat(json.path("baselines")).hasSize(3);
        assertThat(answer.out() + answer.err()).doesNotContain("\u001b");
        Path log = out.resolve("logs/classification-noise-parity.log");
        assertThat(Files.size(log)).isBetween(WorkerLog.MAXIMUM_BYTES, WorkerLog.MAXIMUM_BYTES + 1000);
        assertThat(json.path("runs").toString()).contains("the last line");
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "results.json", "results.csv", "report.md", "index.html", "logs", "models");
        }
    }
}
