package quartet.scratch.nn.training;

import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.tensor.Tensor;

/** Batch normalization mixes the rows of a batch, so it stands beside the product of layers that do not. */
class NormalizationGradientTest {
    @Test
    void batchNormalizationInTrainingAndInInference() {
        for (int[] shape : new int[][] {{2, 3}, {5, 1}, {7, 3}, {1, 2, 1, 2}, {1, 2, 3, 3}, {3, 2, 1, 5}}) {
            for (double scale : new double[] {1, 100}) {
                Tensor input = GradientCheck.random(4, scale, shape);
                BatchNormalization layer = new BatchNormalization("n", shape[1], 0.1, Backend.reference());
                GradientCheck.randomized(layer, 8);
                GradientCheck.ofLayer(layer, input, true);
                GradientCheck.ofLayer(layer, input, false);
            }
        }
    }

    @Test
    void inferenceOfASingleRow() {
        BatchNormalization layer = new BatchNormalization("n", 3, 0.1, Backend.reference());
        layer.forward(GradientCheck.random(1, 2, 6, 3), true);
        GradientCheck.ofLayer(layer, GradientCheck.random(2, 2, 1, 3), false);
    }
}
