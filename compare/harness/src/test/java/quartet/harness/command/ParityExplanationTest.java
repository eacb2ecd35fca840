package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.harness.results.Results.Parity;
import quartet.harness.results.Results.ParityStep;

class ParityExplanationTest {
    @Test
    void showsTheFirstFailureTheDifferencesByStepAndTheSuspect() {
        List<ParityStep> steps = List.of(
                new ParityStep("logits", 0, "logits", 1e-7, 1e-5, true),
                new ParityStep("update", 0, "output.bias", 0.5, 1e-4, false),
                new ParityStep("logits", 1, "logits", 2e-7, 1e-5, true),
                new ParityStep("update", 1, "output.bias", 2e-5, 1e-4, true),
                new ParityStep("training loss", 42, "losses", 1e-9, 1e-3, true));
        assertThat(ParityExplanation.lines(Parity.of(steps, 0, List.of(), "the mistake")))
                .containsExactly(
                        "first: update at step 0, tensor output.bias: difference 5.0e-01 (tolerance 1e-04)",
                        "difference at step        0         1        10        25        50       100  tolerance",
                        "logits              1.0e-07   2.0e-07                                          1e-05",
                        "update output.bias  5.0e-01*  2.0e-05                                          1e-04",
                        "training loss at step 42, tensor losses: difference 1.0e-09 (tolerance 1e-03)",
                        "suspect: the mistake");
    }

    @Test
    void saysWhenNoKnownMistakeFits() {
        List<ParityStep> failed = List.of(new ParityStep("loss", 0, "loss", 1, 1e-5, false));
        assertThat(ParityExplanation.lines(Parity.of(failed, 0, List.of(), "")))
                .last()
                .isEqualTo("suspect: none of the known mistakes explains these numbers");
        assertThat(ParityExplanation.lines(Parity.of(List.of(), 0, List.of(), "")))
                .noneMatch(line -> line.startsWith("suspect"));
    }
}
