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
        CommandLineKit.Answer answer = kit.run("parity", "classification", "--scale", "smoke", "--explain");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("classification scratch: ok");
        assertThat(answer.out())
                .containsPattern("classification transposed-weight: FAILED: parity: logits at step 0, tensor logits:");
        assertThat(answer.out())
                .containsPattern(
                        "classification uncorrected-adam: FAILED: parity: update at step 0, tensor hidden1.weight:");
        assertThat(answer.out())
                .contains("suspect: a weight tensor is transposed: hidden2.weight is read as [out, in]")
                .contains("suspect: Adam lacks the bias correction: neither m nor v is corrected");
    }

    @Test
    void explainsEveryComparison(@TempDir Path home) throws IOException {
        CommandLineKit.Answer answer =
                new CommandLineKit(home).run("parity", "regression", "--scale", "smoke", "--explain");
        assertThat(answer.exitCode()).isEqualTo(0);
        assertThat(answer.out())
                .containsPattern("gradients, last batch hidden2.weight( +\\d\\.\\de-\\d\\d){6} +2e-05")
                .contains("saved and loaded at step 100, tensor predictions: difference 0.0e+00 (tolerance 0e+00)");
    }
}
