package quartet.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstNetworkTest {
    @Test
    void tapeAndLayersHaveTheSameGradientInEveryStep() {
        FirstNetwork both = new FirstNetwork(new Random(3));
        for (int step = 0; step < 50; step++) {
            assertThat(both.layerLoss()).isCloseTo(both.tapeLoss(), within(1e-13));
            assertThat(both.layerGradient()).hasSize(17).containsExactly(both.tapeGradient(), within(1e-13));
            both.tapeStep();
            both.layerStep();
        }
    }

    @Test
    void mainLearnsExclusiveOr() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            FirstNetwork.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .contains("0 xor 0 = 0.000", "0 xor 1 = 1.000", "1 xor 0 = 1.000", "1 xor 1 = 0.000");
    }
}
