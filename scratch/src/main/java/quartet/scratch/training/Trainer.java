package quartet.scratch.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.loss.Loss;
import quartet.scratch.nn.training.EarlyStopping;
import quartet.scratch.optim.Optimizer;
import quartet.scratch.tensor.Tensor;

/**
 * Trains a network on mini-batches.
 *
 * <pre>{@code
 * History history = new Trainer<>(network, new SoftmaxCrossEntropy(), new Adam(1e-3))
 *         .listen(listener)
 *         .beforeStep(parameters -> Clipping.byGlobalNorm(parameters, 1))
 *         .validateWith(MiniBatches.inOrder(testImages, testLabels, 256))
 *         .stopEarly(new EarlyStopping(3, 0))
 *         .fit(MiniBatches.shuffled(images, labels, 64, random), 20);
 * }</pre>
 *
 * <p>Source: Goodfellow, Bengio, Courville (2016), algorithm 8.1.
 *
 * @param <T> the type of the targets
 */
public final class Trainer<T extends Tensor> {
    private final Layer network;
    private final Loss<T> loss;
    private final Optimizer optimizer;
    private final List<Parameter> parameters;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private final List<Consumer<List<Parameter>>> beforeStep = new ArrayList<>();
    private Optional<MiniBatches<T>> validation = Optional.empty();
    private Optional<EarlyStopping> stopping = Optional.empty();

    /** Creates a trainer that neither validates nor stops early. */
    public Trainer(Layer network, Loss<T> loss, Optimizer optimizer) {
        Require.notNull("Trainer", "network", network);
        Require.notNull("Trainer", "loss", loss);
        Require.notNull("Trainer", "optimizer", optimizer);
        this.network = network;
        this.loss = loss;
        this.optimizer = optimizer;
        this.parameters = network.parameters();
    }

    /** Adds an observer. */
    public Trainer<T> listen(TrainingListener listener) {
        Require.notNull("Trainer", "listener", listener);
        listeners.add(listener);
        return this;
    }

    /** Adds an action between the backward pass and the step, such as clipping or the gradient of a penalty. */
    public Trainer<T> beforeStep(Consumer<List<Parameter>> action) {
        Require.notNull("Trainer", "action", action);
        beforeStep.add(action);
        return this;
    }

    /** Measures the loss of the given data after each epoch. */
    public Trainer<T> validateWith(MiniBatches<T> data) {
        Require.notNull("Trainer", "data", data);
        validation = Optional.of(data);
        return this;
    }

    /** Stops when the validation loss no longer improves, and then restores the best network. */
    public Trainer<T> stopEarly(EarlyStopping rule) {
        Require.notNull("Trainer", "rule", rule);
        stopping = Optional.of(rule);
        return this;
    }

    /**
     * Trains for a number of epochs, or until early stopping ends the training.
     *
     * @return the results of the epochs
     * @throws IllegalArgumentException if the number of epochs is not positive, or a batch does not fit the network
     * @throws IllegalStateException if the trainer stops early but has no validation data
     */
    public History fit(MiniBatches<T> data, int epochs) {
        Require.notNull("Trainer", "data", data);
        Require.positive("Trainer", "epochs", epochs);
        if (stopping.isPresent() && validation.isEmpty()) {
            throw new IllegalStateException("Trainer: expected validateWith before a training that stops early");
        }
        List<EpochResult> results = new ArrayList<>();
        boolean stop = false;
        for (int epoch = 1; epoch <= epochs && !stop; epoch++) {
            EpochResult result = new EpochResult(epoch, trainEpoch(data, epoch), validationLoss());
            results.add(result);
            listeners.forEach(listener -> listener.epochEnded(result));
            stop = stopping.isPresent()
                    && stopping.get().shouldStop(result.validationLoss().orElseThrow(), network);
        }
        if (stopping.isPresent() && stopping.get().bestLoss() < Double.POSITIVE_INFINITY) {
            stopping.get().restoreBest(network);
        }
        return new History(results);
    }

    private double trainEpoch(MiniBatches<T> data, int epoch) {
        double sum = 0;
        int step = 0;
        for (Batch<T> batch : data) {
            double mean = loss.forward(network.forward(batch.inputs(), true), batch.targets());
            network.backwardParameters(loss.backward());
            beforeStep.forEach(action -> action.accept(parameters));
            optimizer.step(parameters);
            sum += batch.rows() * mean;
            step++;
            for (TrainingListener listener : listeners) {
                listener.batchEnded(epoch, step, mean);
            }
        }
        return sum / data.rows();
    }

    private OptionalDouble validationLoss() {
        return validation.isPresent() ? OptionalDouble.of(evaluate(validation.get())) : OptionalDouble.empty();
    }

    /** Returns the mean loss of the given data in inference: the mean over the rows of the losses of the batches. */
    public double evaluate(MiniBatches<T> data) {
        Require.notNull("Trainer", "data", data);
        double sum = 0;
        for (Batch<T> batch : data) {
            sum += batch.rows() * loss.forward(network.forward(batch.inputs(), false), batch.targets());
        }
        return sum / data.rows();
    }
}
