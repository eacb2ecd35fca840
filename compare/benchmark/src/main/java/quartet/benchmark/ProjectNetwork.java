package quartet.benchmark;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.dense.Flatten;
import quartet.scratch.nn.image.Conv2d;
import quartet.scratch.nn.image.MaxPool2d;
import quartet.scratch.nn.image.Padding;
import quartet.scratch.nn.loss.Loss;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.nn.loss.SoftmaxCrossEntropy;
import quartet.scratch.nn.sequence.EmbeddingBag;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/** The networks of the four projects in their default sizes, each with random training batches. */
public enum ProjectNetwork {
    CLASSIFICATION,
    REGRESSION,
    CV,
    NLP;

    private static final int VOCABULARY = 4_600;
    private static final int ROWS_OF_SMALLER_BATCH = 5;

    /** A network in training. */
    public static final class Training {
        private final Layer network;
        private final Adam adam = new Adam(1e-3);
        private final DoubleSupplier step;
        private final DoubleSupplier stepWithSmallerBatch;

        private <T extends Tensor> Training(Layer network, Loss<T> loss, Tensor input, T target, T smallerTarget) {
            this.network = network;
            Tensor smallerInput = input.like(firstRows(input));
            smallerInput.copyRange(0, input, 0, smallerInput.size());
            step = () -> step(loss, input, target);
            stepWithSmallerBatch = () -> step(loss, smallerInput, smallerTarget);
            Random random = new Random(1);
            for (Parameter parameter : network.parameters()) {
                for (int i = 0; i < parameter.value().size(); i++) {
                    parameter.value().set(i, 0.1 * random.nextGaussian());
                }
            }
        }

        private static Training classifier(Layer network, Tensor input, IntTensor labels) {
            int[] firstLabels = Arrays.copyOf(labels.data(), ROWS_OF_SMALLER_BATCH);
            return new Training(network, new SoftmaxCrossEntropy(), input, labels, IntTensor.labels(firstLabels));
        }

        private static Training regressor(Layer network, Tensor input, FloatTensor values) {
            Tensor firstValues = FloatTensor.of(Arrays.copyOf(values.data(), ROWS_OF_SMALLER_BATCH), firstRows(values));
            return new Training(network, new MeanSquaredError(), input, values, firstValues);
        }

        /** Performs a step on a whole batch. Returns its loss. */
        public double step() {
            return step.getAsDouble();
        }

        /** Performs a step on five rows, as at the end of an epoch. Returns its loss. */
        public double stepWithSmallerBatch() {
            return stepWithSmallerBatch.getAsDouble();
        }

        private <T extends Tensor> double step(Loss<T> loss, Tensor x, T y) {
            double value = loss.forward(network.forward(x, true), y);
            network.backwardParameters(loss.backward());
            adam.step(network.parameters());
            return value;
        }
    }

    /** Returns a new network with the same initial weights in every call. */
    public Training training() {
        Random random = new Random(2);
        return switch (this) {
            case CLASSIFICATION ->
                Training.classifier(
                        new Sequential(
                                new Dense("hidden1", 16, 128),
                                new Relu(),
                                new Dense("hidden2", 128, 128),
                                new Relu(),
                                new Dense("output", 128, 26)),
                        numbers(random, 64, 16),
                        labels(random, 26, 64));
            case REGRESSION ->
                Training.regressor(
                        new Sequential(
                                new Dense("hidden1", 8, 64),
                                new Relu(),
                                new Dense("hidden2", 64, 64),
                                new Relu(),
                                new Dense("output", 64, 1)),
                        numbers(random, 64, 8),
                        numbers(random, 64, 1));
            case CV ->
                Training.classifier(
                        new Sequential(
                                new Conv2d("conv1", 1, 16, 3, Padding.SAME),
                                new MaxPool2d(2),
                                new Relu(),
                                new Conv2d("conv2", 16, 32, 3, Padding.SAME),
                                new MaxPool2d(2),
                                new Relu(),
                                new Flatten(),
                                new Dense("hidden1", 1568, 128),
                                new Relu(),
                                new Dense("output", 128, 10)),
                        numbers(random, 64, 1, 28, 28),
                        labels(random, 10, 64));
            case NLP ->
                Training.classifier(
                        new Sequential(
                                new EmbeddingBag("embedding", VOCABULARY, 64),
                                new Dense("hidden1", 64, 32),
                                new Relu(),
                                new Dense("output", 32, 2)),
                        texts(random, 32, 64),
                        labels(random, 2, 32));
        };
    }

    private static FloatTensor numbers(Random random, int... shape) {
        FloatTensor tensor = FloatTensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, random.nextGaussian());
        }
        return tensor;
    }

    private static IntTensor labels(Random random, int limit, int count) {
        return IntTensor.labels(random.ints(count, 0, limit).toArray());
    }

    /** Returns texts of 5 to 20 tokens; the rest is padding. */
    private static Tensor texts(Random random, int rows, int length) {
        Tensor tensor = IntTensor.zeros(rows, length);
        for (int i = 0; i < rows; i++) {
            int words = 5 + random.nextInt(16);
            for (int t = 0; t < words; t++) {
                tensor.set(i * length + t, 1 + random.nextInt(VOCABULARY - 1));
            }
        }
        return tensor;
    }

    /** Returns the shape of the smaller batch. */
    private static int[] firstRows(Tensor tensor) {
        int[] shape = tensor.shape();
        shape[0] = ROWS_OF_SMALLER_BATCH;
        return shape;
    }
}
