package quartet.djl.tensorflow.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.contract.CnnSpec;
import quartet.contract.Tensor;

final class LayoutTest {
    private static final CnnSpec SPEC = new CnnSpec(2, 8, 12, List.of(3, 2), 2, 2);

    @Test
    void aConvolutionIsHeightWidthInOut() {
        // One kernel of 1 x 2 weights for each of 2 outputs and 2 inputs; the digits are out, in and column.
        float[] canonical = {0, 1, 10, 11, 100, 101, 110, 111};
        Layout layout = Layout.of(SPEC, "conv1.weight", new int[] {2, 2, 1, 2});
        assertThat(layout.shape()).containsExactly(1, 2, 2, 2);
        assertThat(layout.toTensorFlow(canonical)).containsExactly(0, 100, 10, 110, 1, 101, 11, 111);
    }

    @Test
    void theLayerAfterFlatteningReadsChannelsLast() {
        // Pooled to 2 x 3 pixels of 2 channels: the rows of the matrix are numbered by channel, then pixel.
        float[] canonical = new float[2 * 6 * 2];
        for (int i = 0; i < canonical.length; i++) {
            canonical[i] = i;
        }
        Layout layout = Layout.of(SPEC, "hidden.weight", new int[] {12, 2});
        assertThat(layout.shape()).containsExactly(12, 2);
        assertThat(layout.toTensorFlow(canonical)).startsWith(0, 1, 12, 13, 2, 3, 14, 15);
    }

    @Test
    void theWayBackRestoresEveryParameter() {
        SPEC.parameterShapes().forEach((name, shape) -> {
            Layout layout = Layout.of(SPEC, name, shape);
            float[] canonical = new float[Tensor.size(shape)];
            for (int i = 0; i < canonical.length; i++) {
                canonical[i] = i;
            }
            assertThat(layout.toCanonical(layout.toTensorFlow(canonical)))
                    .as(name)
                    .containsExactly(canonical);
        });
    }
}
