package quartet.scratch.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.dense.Flatten;
import quartet.scratch.nn.graph.Residual;
import quartet.scratch.nn.image.Conv2d;
import quartet.scratch.nn.image.MaxPool2d;
import quartet.scratch.nn.image.Padding;
import quartet.scratch.nn.sequence.EmbeddingBag;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;

class NetworkSummaryTest {
    /** 16 filters of 9 weights, 16 biases; 64 inputs and 10 outputs; the residual branch has 10 x 10 weights. */
    @Test
    void countsByHand() {
        Sequential network = new Sequential(
                new Sequential(new Conv2d("conv1", 1, 16, 3, Padding.SAME), new Relu(), new MaxPool2d(4)),
                new Flatten(),
                new Dense("hidden", 64, 10),
                new Residual(new Dense("residual", 10, 10)));
        NetworkSummary summary = NetworkSummary.of(network, FloatTensor.zeros(1, 1, 8, 8));
        assertThat(summary.toString()).isEqualTo("""
                layer               output shape      parameters
                Conv2d conv1        [1, 16, 8, 8]            160
                Relu                [1, 16, 8, 8]              0
                MaxPool2d           [1, 16, 2, 2]              0
                Flatten             [1, 64]                    0
                Dense hidden        [1, 10]                  650
                Residual residual   [1, 10]                  110
                total                                        920
                """);
        assertThat(summary.parameters()).isEqualTo(920);
    }

    @Test
    void readsTokens() {
        Sequential network = new Sequential(new EmbeddingBag("embedding", 5000, 64), new Dense("output", 64, 2));
        NetworkSummary summary = NetworkSummary.of(network, IntTensor.zeros(3, 20));
        assertThat(summary.rows().get(0))
                .isEqualTo(new NetworkSummary.Row("EmbeddingBag embedding", List.of(3, 64), 320_000));
        assertThat(summary.toString()).contains("320,000").contains("320,130");
    }
}
