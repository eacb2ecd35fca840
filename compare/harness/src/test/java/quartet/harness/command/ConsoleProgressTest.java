package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLineTellsTheStepTheEpochTheLossAndTheTimeLeft() {
        assertThat(ProgressLine.of(
                        11,
                        36,
                        "classification round 1 djl-tensorflow",
                        "epoch 15/30  loss 0.0412",
                        0.5,
                        Duration.ofSeconds(115)))
                .isEqualTo("12/36 classification round 1 djl-tensorflow  epoch 15/30  loss 0.0412  4:05 left")
                .hasSize(ProgressLine.WIDTH);
        assertThat(ProgressLine.of(2, 4, "cv round 1 dl4j", "", 0, Duration.ofHours(3)))
                .isEqualTo("3/4 cv round 1 dl4j  3 h 00 left");
    }

    @Test
    void aLineHasNoEstimateBeforeAStepHasEnded() {
        assertThat(ProgressLine.of(0, 4, "cv parity scratch", "", 0.5, Duration.ofSeconds(9)))
                .isEqualTo("1/4 cv parity scratch");
    }

    @Test
    void anyLineFitsTheTerminal() {
        for (int length : new int[] {0, 30, 60, 500}) {
            String line = ProgressLine.of(
                    98, 100, "x".repeat(length), "epoch 100000/100000  loss 0.0001", 0.9, Duration.ofDays(30));
            assertThat(line.length()).isLessThanOrEqualTo(ProgressLine.WIDTH);
            assertThat(line).startsWith("99/100 ").endsWith(" left");
        }
    }

    @Test
    void finishedRowsStandAboveTheLine() {
        try (ConsoleProgress progress = ConsoleProgress.start(out, 2, true)) {
            progress.begin("cv round 1 scratch");
            progress.detail("epoch 1/2  loss 0.5000", 0.5);
            progress.end("accuracy 0.8500, trained in 3.27 s");
            progress.begin("cv round 1 dl4j");
            progress.failed("failed: exit code 3");
        }
        List<String> lines = text().lines().toList();
        assertThat(text().split("\n", -1)[0]).contains("\rcv round 1 scratch: accuracy 0.8500, trained in 3.27 s");
        assertThat(lines).allSatisfy(line -> assertThat(line.split("\r", -1))
                .allSatisfy(shown -> assertThat(shown.length()).isLessThanOrEqualTo(ProgressLine.WIDTH)));
        assertThat(text()).contains("cv round 1 dl4j: failed: exit code 3").endsWith("\r");
    }

    @Test
    void withoutATerminalEachStepIsALine() {
        try (ConsoleProgress progress = ConsoleProgress.start(out, 2, false)) {
            progress.begin("cv parity scratch");
            progress.end();
            progress.begin("cv round 1 scratch");
            progress.detail("epoch 1/2  loss 0.5000", 0.5);
            progress.end("accuracy 0.8500, trained in 3.27 s");
        }
        assertThat(text().lines())
                .containsExactly(
                        "[1/2] cv parity scratch",
                        "[2/2] cv round 1 scratch",
                        "cv round 1 scratch: accuracy 0.8500, trained in 3.27 s");
    }
}
