package quartet.djl.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A network of one bias: y = b with the loss (b - 1)^2, whose gradient is 2 (b - 1). */
final class AdamTest {

    @Test
    void addsEpsilonBeforeTheBiasCorrection() {
        double b = 0;
        double m = 0;
        double v = 0;
        try (SavedNetwork network = network();
                NDManager scope = network.manager().newSubManager()) {
            for (int t = 1; t <= 10; t++) {
                double g = 2 * (b - 1);
                m = 0.9 * m + 0.1 * g;
                v = 0.999 * v + 0.001 * g * g;
                double rate = 0.1 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
                float loss = network.train(scope.create(new float[1][1]), scope.create(new float[][] {{1}}));
                assertThat((double) loss).as("loss before step %d", t).isCloseTo((b - 1) * (b - 1), within(1e-5));
                b -= rate * m / (Math.sqrt(v) + 1e-7);
                assertThat((double)
                                network.predict(scope.create(new float[1][1])).getFloat())
                        .as("b after step %d", t)
                        .isCloseTo(b, within(1e-5));
            }
        }
    }

    private static SavedNetwork network() {
        GraphBuilder graph = new GraphBuilder();
        Ops tf = graph.operations();
        Operand<TFloat32> x = graph.features(TFloat32.class, 1);
        Operand<TFloat32> target = graph.targets(TFloat32.class, 1);
        Operand<TFloat32> b = graph.parameter("b", graph.initializers().zeros(1));
        Operand<TFloat32> y = tf.math.add(x, b);
        Operand<TFloat32> loss = tf.math.mean(tf.math.squaredDifference(y, target), tf.constant(new int[] {0, 1}));
        try (NetworkGraph network = graph.build(y, loss)) {
            network.addTraining(new Adam(0.1f));
            network.addPrediction(y);
            return SavedNetwork.create(network, 1);
        }
    }
}
