package quartet.scratch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Tanh;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.nn.loss.SoftmaxCrossEntropy;
import quartet.scratch.nn.training.EarlyStopping;
import quartet.scratch.nn.training.Initializers;
import quartet.scratch.optim.Adam;
import quartet.scratch.optim.StochasticGradientDescent;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

class TrainerTest {
    private static final Backend REFERENCE = Backend.reference();

    private static MiniBatches<Tensor> line(int batchSize) {
        Tensor x = DoubleTensor.of(new double[] {0, 1, 2, 3}, 4, 1);
        Tensor y = DoubleTensor.of(new double[] {1, 3, 5, 7}, 4, 1);
        return MiniBatches.inOrder(x, y, batchSize);
    }

    /**
     * One full batch at w = b = 0: the loss is (1 + 9 + 25 + 49) / 4 = 21, the gradients are -2 mean(x y) = -17 and -2
     * mean(y) = -8.
     */
    @Test
    void oneStepByHand() {
        Dense dense = new Dense("d", 1, 1, REFERENCE);
        Trainer<Tensor> trainer =
                new Trainer<>(dense, new MeanSquaredError(REFERENCE), new StochasticGradientDescent(0.01));
        History history = trainer.validateWith(line(3)).fit(line(4), 1);
        assertThat(history.last().trainingLoss()).isEqualTo(21);
        assertThat(dense.parameters().get(0).value().get(0)).isCloseTo(0.17, within(1e-15));
        assertThat(dense.parameters().get(1).value().get(0)).isCloseTo(0.08, within(1e-15));
        // Residuals 1 - 0.08, 3 - 0.25, 5 - 0.42 and 7 - 0.59, whatever the batches.
        double expected = (0.92 * 0.92 + 2.75 * 2.75 + 4.58 * 4.58 + 6.41 * 6.41) / 4;
        assertThat(history.last().validationLoss().orElseThrow()).isCloseTo(expected, within(1e-13));
        assertThat(trainer.evaluate(line(1))).isCloseTo(expected, within(1e-13));
    }

    @Test
    void listenersSeeEachStepAndEachEpoch() {
        List<String> events = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void batchEnded(int epoch, int step, double loss) {
                events.add(epoch + "." + step);
            }

            @Override
            public void epochEnded(EpochResult result) {
                events.add("epoch " + result.epoch());
            }
        };
        List<Integer> checked = new ArrayList<>();
        History history = new Trainer<>(
                        new Dense("d", 1, 1, REFERENCE),
                        new MeanSquaredError(REFERENCE),
                        new StochasticGradientDescent(0.01))
                .listen(listener)
                .beforeStep(parameters -> checked.add(parameters.size()))
                .fit(line(3), 2);
        assertThat(events).containsExactly("1.1", "1.2", "epoch 1", "2.1", "2.2", "epoch 2");
        assertThat(checked).containsExactly(2, 2, 2, 2);
        assertThat(history.best()).isEqualTo(history.last());
    }

    @Test
    void learnsExclusiveOrAndStopsEarly() {
        Tensor corners = FloatTensor.of(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 4, 2);
        IntTensor labels = IntTensor.labels(0, 1, 1, 0);
        Random random = new Random(5);
        Sequential network = new Sequential(new Dense("hidden", 2, 8), new Tanh(), new Dense("output", 8, 2));
        Initializers.glorotUniform().initialize(network.parameters(), random);
        History history = new Trainer<>(network, new SoftmaxCrossEntropy(), new Adam(0.05))
                .validateWith(MiniBatches.inOrder(corners, labels, 4))
                .stopEarly(new EarlyStopping(5, 1e-3))
                .fit(MiniBatches.shuffled(corners, labels, 2, random), 2000);
        assertThat(history.epochs().size()).isBetween(10, 1999);
        assertThat(history.best().validationLoss().orElseThrow()).isLessThan(0.05);
    }

    /** A rate that is too high makes the loss grow from the first epoch on. The network of that epoch comes back. */
    @Test
    void restoresTheBestNetwork() {
        Dense dense = new Dense("d", 1, 1, REFERENCE);
        Trainer<Tensor> trainer = new Trainer<>(
                        dense, new MeanSquaredError(REFERENCE), new StochasticGradientDescent(0.4))
                .validateWith(line(4))
                .stopEarly(new EarlyStopping(3, 0));
        History history = trainer.fit(line(4), 50);
        assertThat(history.epochs()).hasSize(4);
        assertThat(history.best().epoch()).isEqualTo(1);
        assertThat(trainer.evaluate(line(4)))
                .isEqualTo(history.best().validationLoss().orElseThrow());
    }

    @Test
    void anEpochHoldsEveryRowOnce() {
        Tensor x = DoubleTensor.zeros(10, 2, 3);
        for (int i = 0; i < x.size(); i++) {
            x.set(i, i);
        }
        IntTensor rows = IntTensor.labels(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        MiniBatches<IntTensor> batches = MiniBatches.shuffled(x, rows, 4, new Random(3));
        List<List<Integer>> orders = new ArrayList<>();
        for (int epoch = 0; epoch < 2; epoch++) {
            List<Integer> order = new ArrayList<>();
            List<Integer> sizes = new ArrayList<>();
            for (Batch<IntTensor> batch : batches) {
                sizes.add(batch.rows());
                for (int i = 0; i < batch.rows(); i++) {
                    int row = batch.targets().data()[i];
                    order.add(row);
                    assertThat(batch.inputs().get(i * 6 + 5)).isEqualTo(row * 6 + 5);
                }
            }
            assertThat(sizes).containsExactly(4, 4, 2);
            assertThat(new TreeSet<>(order)).hasSize(10);
            orders.add(order);
        }
        assertThat(orders.get(0)).isNotEqualTo(orders.get(1));
        assertThat(batches.count()).isEqualTo(3);
    }

    @Test
    void saysWhatIsWrong() {
        Tensor x = DoubleTensor.zeros(3, 1);
        assertThatThrownBy(() -> MiniBatches.inOrder(x, IntTensor.labels(1, 2), 2))
                .hasMessage("MiniBatches: expected as many inputs as targets, but was FLOAT64[3, 1] and INT32[2]");
        assertThatThrownBy(() -> MiniBatches.inOrder(DoubleTensor.zeros(0, 1), IntTensor.labels(), 2))
                .hasMessageContaining("at least one row");
        Trainer<Tensor> trainer = new Trainer<>(
                        new Dense("d", 1, 1, REFERENCE),
                        new MeanSquaredError(REFERENCE),
                        new StochasticGradientDescent(0.01))
                .stopEarly(new EarlyStopping(1, 0));
        assertThatThrownBy(() -> trainer.fit(line(1), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("validateWith");
        assertThatThrownBy(() -> trainer.fit(line(1), 0)).hasMessage("Trainer: expected epochs > 0, but was 0");
    }
}
