package ${examples};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that the network computes the same as a reference implementation in double precision. */
class ParityTest {
    private final ParityFixture fixture = new ParityFixture();

    @Test
    void predictionsAreThoseOfTheReference() {
        try (ParityNetwork network = new ParityNetwork(fixture)) {
<#if kind == "values">
            float[] actual = network.predict(fixture.features());
            float[] expected = fixture.predictions();
<#else>
            float[] actual = centred(network.predict(fixture.features()));
            float[] expected = centred(fixture.predictions());
</#if>
            assertThat(actual).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i]).as("prediction %d", i).isCloseTo(expected[i], within(1e-5f));
            }
        }
    }

    @Test
    void gradientsAreThoseOfTheReference() {
        try (ParityNetwork network = new ParityNetwork(fixture)) {
            Map<String, float[]> gradients = network.gradients(fixture.features(), fixture.targets());
            assertThat(gradients.keySet()).containsExactlyInAnyOrderElementsOf(fixture.names());
            gradients.forEach((name, actual) -> {
                float[] expected = fixture.gradient(name);
                assertThat(actual).as(name).hasSameSizeAs(expected);
                for (int i = 0; i < expected.length; i++) {
                    assertThat(actual[i]).as("%s[%d]", name, i).isCloseTo(expected[i], within(1e-5f));
                }
            });
        }
    }

    /** Frameworks add Adam's epsilon in different places, so steps differ more than gradients. */
    @Test
    void lossesOfTheFirstStepsAreThoseOfTheReference() {
        try (ParityNetwork network = new ParityNetwork(fixture)) {
            for (float expected : fixture.losses()) {
                double actual = network.step(fixture.features(), fixture.targets());
                assertThat(actual).isCloseTo(expected, within(1e-4));
            }
        }
    }
<#if kind != "values">

    /** Subtracts the mean of each row, because logits that differ by a constant give the same probabilities. */
    private float[] centred(float[] logits) {
        int rows = fixture.features().rows();
        int classes = logits.length / rows;
        float[] centred = new float[logits.length];
        for (int row = 0; row < rows; row++) {
            double mean = 0;
            for (int c = 0; c < classes; c++) {
                mean += logits[row * classes + c] / classes;
            }
            for (int c = 0; c < classes; c++) {
                centred[row * classes + c] = (float) (logits[row * classes + c] - mean);
            }
        }
        return centred;
    }
</#if>
}
