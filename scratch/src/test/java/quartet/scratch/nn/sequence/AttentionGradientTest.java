package quartet.scratch.nn.sequence;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Tensor;

class AttentionGradientTest {
    /** Attention as a function of one of its inputs, the others being fixed. */
    private record ByInput(ScaledDotProductAttention attention, List<Tensor> inputs, int which) implements Layer {
        @Override
        public Tensor forward(Tensor input, boolean training) {
            List<Tensor> all = new ArrayList<>(inputs);
            all.set(which, input);
            return attention.forward(all.get(0), all.get(1), all.get(2));
        }

        @Override
        public Tensor backward(Tensor outputGradient) {
            attention.backward(outputGradient);
            return switch (which) {
                case 0 -> attention.queryGradient();
                case 1 -> attention.keyGradient();
                default -> attention.valueGradient();
            };
        }
    }

    @Test
    void gradientsByQueriesKeysAndValues() {
        check(false, 1, 1, 1, 1, 1);
        check(false, 2, 3, 5, 4, 2);
        check(false, 3, 1, 4, 2, 3);
        check(true, 2, 4, 4, 3, 1);
    }

    private static void check(boolean causal, int batch, int queries, int keys, int d, int width) {
        List<Tensor> inputs = List.of(
                GradientCheck.random(1, 1, batch, queries, d),
                GradientCheck.random(2, 1, batch, keys, d),
                GradientCheck.random(3, 1, batch, keys, width));
        ScaledDotProductAttention attention = new ScaledDotProductAttention(causal, Backend.reference());
        for (int which = 0; which < 3; which++) {
            GradientCheck.ofLayer(new ByInput(attention, inputs, which), inputs.get(which));
        }
    }
}
