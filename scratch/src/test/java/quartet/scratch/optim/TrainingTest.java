package quartet.scratch.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.loss.SoftmaxCrossEntropy;
import quartet.scratch.nn.sequence.Gru;
import quartet.scratch.nn.sequence.LastStep;
import quartet.scratch.nn.sequence.Lstm;
import quartet.scratch.nn.sequence.SimpleRecurrent;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/** Trains layers, loss and optimizer together in float32. */
class TrainingTest {
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
    private final Adam adam = new Adam(0.01);

    @Test
    void learnsXor() {
        Sequential network = new Sequential(new Dense("hidden", 2, 8), new Relu(), new Dense("output", 8, 2));
        randomize(network);
        Tensor x = FloatTensor.of(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 4, 2);
        IntTensor classes = IntTensor.labels(0, 1, 1, 0);
        double before = step(network, x, classes);
        for (int i = 0; i < 500; i++) {
            step(network, x, classes);
        }
        assertThat(before).isGreaterThan(0.5);
        assertThat(loss.forward(network.forward(x, false), classes)).isLessThan(0.01);
    }

    /** The class is the sign of the first of six numbers. The other numbers are noise. */
    @Test
    void recurrentLayersLearnToRememberFirstInput() {
        Random random = new Random(5);
        Tensor sequences = FloatTensor.zeros(64, 6, 1);
        IntTensor classes = IntTensor.zeros(64);
        for (int i = 0; i < sequences.size(); i++) {
            sequences.set(i, random.nextGaussian());
        }
        for (int row = 0; row < 64; row++) {
            classes.set(row, sequences.get(6 * row) > 0 ? 1 : 0);
        }
        List<Layer> memories =
                List.of(new SimpleRecurrent("memory", 1, 8), new Lstm("memory", 1, 8), new Gru("memory", 1, 8));
        for (Layer memory : memories) {
            Sequential network = new Sequential(memory, new LastStep(), new Dense("output", 8, 2));
            randomize(network);
            Adam optimizer = new Adam(0.02);
            for (int i = 0; i < 300; i++) {
                loss.forward(network.forward(sequences, true), classes);
                network.backwardParameters(loss.backward());
                Clipping.byGlobalNorm(network.parameters(), 1);
                optimizer.step(network.parameters());
            }
            assertThat(loss.forward(network.forward(sequences, false), classes))
                    .as(memory.getClass().getSimpleName())
                    .isLessThan(0.1);
        }
    }

    private double step(Layer network, Tensor input, IntTensor classes) {
        double value = loss.forward(network.forward(input, true), classes);
        network.backwardParameters(loss.backward());
        adam.step(network.parameters());
        return value;
    }

    private static void randomize(Layer network) {
        Random random = new Random(1);
        for (Parameter parameter : network.parameters()) {
            for (int i = 0; i < parameter.value().size(); i++) {
                parameter.value().set(i, 0.5 * random.nextGaussian());
            }
        }
    }
}
