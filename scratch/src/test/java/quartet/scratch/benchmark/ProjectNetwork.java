package quartet.scratch.benchmark;

import java.util.Random;
import quartet.scratch.kernel.Activation;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.dense.Flatten;
import quartet.scratch.nn.image.ChannelsFirst;
import quartet.scratch.nn.image.ChannelsLast;
import quartet.scratch.nn.image.Padding;
import quartet.scratch.nn.image.PooledConv2d;
import quartet.scratch.nn.loss.Loss;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.nn.loss.SoftmaxCrossEntropy;
import quartet.scratch.nn.sequence.EmbeddingBag;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/** The networks of the four projects in their default sizes, each with random batches to train on. */
public enum ProjectNetwork {
    CLASSIFICATION,
    REGRESSION,
    CV,
    NLP;

    private static final int VOCABULARY = 4_600;

    /** One network that is being trained. */
    public static final class Training {
        private final Layer network;
        private final Loss loss;
        private final Adam adam = new Adam(1e-3);
        private final Tensor input;
        private final Tensor target;
        private final Tensor smallerInput;
        private final Tensor smallerTarget;

        private Training(Layer network, Loss loss, Tensor input, Tensor target) {
            this.network = network;
            this.loss = loss;
            this.input = input;
            this.target = target;
            smallerInput = firstRows(input, 5);
            smallerTarget = firstRows(target, 5);
            Random random = new Random(1);
            for (Parameter parameter : network.parameters()) {
                for (int i = 0; i < parameter.value().size(); i++) {
                    parameter.value().set(i, 0.1 * random.nextGaussian());
                }
            }
        }

        /** A step on a whole batch; its loss. */
        public double step() {
            return step(input, target);
        }

        /** A step on five rows, as at the end of an epoch. */
        public double stepWithSmallerBatch() {
            return step(smallerInput, smallerTarget);
        }

        private double step(Tensor x, Tensor y) {
            double value = loss.forward(network.forward(x, true), y);
            network.backwardParameters(loss.backward());
            adam.step(network.parameters());
            return value;
        }
    }

    /** A new network, always from the same weights. */
    public Training training() {
        Random random = new Random(2);
        return switch (this) {
            case CLASSIFICATION ->
                new Training(
                        new Sequential(
                                new Dense("hidden1", 16, 128, Activation.RELU),
                                new Dense("hidden2", 128, 128, Activation.RELU),
                                new Dense("output", 128, 26)),
                        new SoftmaxCrossEntropy(),
                        numbers(random, 64, 16),
                        indices(random, 26, 64));
            case REGRESSION ->
                new Training(
                        new Sequential(
                                new Dense("hidden1", 8, 64, Activation.RELU),
                                new Dense("hidden2", 64, 64, Activation.RELU),
                                new Dense("output", 64, 1)),
                        new MeanSquaredError(),
                        numbers(random, 64, 8),
                        numbers(random, 64, 1));
            case CV ->
                new Training(
                        new Sequential(
                                new ChannelsLast(),
                                new PooledConv2d("conv1", 1, 16, 3, Padding.SAME, 2, Activation.RELU),
                                new PooledConv2d("conv2", 16, 32, 3, Padding.SAME, 2, Activation.RELU),
                                new ChannelsFirst(),
                                new Flatten(),
                                new Dense("hidden1", 1568, 128, Activation.RELU),
                                new Dense("output", 128, 10)),
                        new SoftmaxCrossEntropy(),
                        numbers(random, 64, 1, 28, 28),
                        indices(random, 10, 64));
            case NLP ->
                new Training(
                        new Sequential(
                                new EmbeddingBag("embedding", VOCABULARY, 64),
                                new Dense("hidden1", 64, 32, Activation.RELU),
                                new Dense("output", 32, 2)),
                        new SoftmaxCrossEntropy(),
                        texts(random, 32, 64),
                        indices(random, 2, 32));
        };
    }

    private static Tensor numbers(Random random, int... shape) {
        Tensor tensor = FloatTensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, random.nextGaussian());
        }
        return tensor;
    }

    private static Tensor indices(Random random, int limit, int... shape) {
        Tensor tensor = FloatTensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, random.nextInt(limit));
        }
        return tensor;
    }

    /** Sentences of 5 to 20 words, the rest padding. */
    private static Tensor texts(Random random, int rows, int length) {
        Tensor tensor = FloatTensor.zeros(rows, length);
        for (int i = 0; i < rows; i++) {
            int words = 5 + random.nextInt(16);
            for (int t = 0; t < words; t++) {
                tensor.set(i * length + t, 1 + random.nextInt(VOCABULARY - 1));
            }
        }
        return tensor;
    }

    private static Tensor firstRows(Tensor tensor, int rows) {
        int[] shape = tensor.shape();
        shape[0] = rows;
        Tensor first = FloatTensor.zeros(shape);
        for (int i = 0; i < first.size(); i++) {
            first.set(i, tensor.get(i));
        }
        return first;
    }
}
