package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityIT {
    @Test
    void namesEngineStepAndTensorOfImplementationsBrokenOnPurpose(@TempDir Path home) throws IOException {
        CommandLineKit kit = new CommandLineKit(home, "transposed-weight", "uncorrected-adam");
        CommandLineKit.Answer answer = kit.run("parity", "classification", "--scale", "smoke");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("classification scratch: ok");
        assertThat(answer.out())
                .containsPattern("classification transposed-weight: FAILED: parity: logits at step 0, tensor logits:");
        assertThat(answer.out())
                .containsPattern(
                        "classification uncorrected-adam: FAILED: parity: update at step 0, tensor hidden1.weight:");
    }

    @Test
    void explainsEveryComparison(@TempDir Path home) throws IOException {
        CommandLineKit.Answer answer =
                new CommandLineKit(home).run("parity", "regression", "--scale", "smoke", "--explain");
        assertThat(answer.exitCode()).isEqualTo(0);
        assertThat(answer.out())
                .containsPattern(
                        "gradients, last batch at step 50, tensor hidden2.weight: difference \\S+ \\(tolerance 2e-05\\)")
                .contains("saved and loaded at step 100, tensor predictions: difference 0.0e+00 (tolerance 0e+00)");
    }
}
