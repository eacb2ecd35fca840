package quartet.contract.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import quartet.contract.Batch;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.contract.Weights;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * The specified network in float64, computed row by row in plain loops. All engines are compared with it. Its rounding
 * errors are nine orders of magnitude smaller than those of float32.
 */
public final class ReferenceNetwork {
    private final Parameters parameters;
    private final List<Layer> layers;
    private final DoubleUnaryOperator rounding;

    /** Creates a network of this form with these weights. */
    public ReferenceNetwork(ModelSpec spec, Weights weights) {
        this(spec, weights, Padding.ZERO, DoubleUnaryOperator.identity());
    }

    /**
     * Creates a network that deviates from the specification, to compute the results of a mistake.
     *
     * @param padding of the convolutions
     * @param rounding the rounding of every number that enters a layer, forward or backward; weights are not rounded
     */
    public ReferenceNetwork(ModelSpec spec, Weights weights, Padding padding, DoubleUnaryOperator rounding) {
        weights.check(spec);
        this.rounding = rounding;
        parameters = new Parameters(weights);
        layers = spec.accept(new Builder(parameters, padding));
    }

    /** Returns the numbers of a parameter in canonical layout. They are not a copy, so tests can change them. */
    public double[] parameter(String name) {
        return parameters.values(name);
    }

    /** Returns logits or values, [rows][outputs]. */
    public double[][] predict(Features features) {
        double[][] predictions = new double[features.rows()][];
        for (int row = 0; row < predictions.length; row++) {
            predictions[row] = forward(row(features, row));
        }
        return predictions;
    }

    /** Returns the mean loss: cross-entropy in nats, or squared error. */
    public double loss(Batch batch) {
        return loss(predict(batch.features()), batch.targets());
    }

    /** Performs one forward and backward pass, and returns all quantities that an engine reports for a batch. */
    public ReferencePass pass(Batch batch) {
        parameters.clearGradients();
        double[][] predictions = new double[batch.rows()][];
        List<ReferencePass.RowTie> ties = new ArrayList<>();
        for (int row = 0; row < predictions.length; row++) {
            predictions[row] = forward(row(batch.features(), row));
            for (Layer layer : layers) {
                for (NearTie tie : layer.nearTies()) {
                    ties.add(new ReferencePass.RowTie(row, tie));
                }
            }
            backward(lossGradient(predictions[row], batch.targets(), row, batch.rows()));
        }
        return new ReferencePass(predictions, loss(predictions, batch.targets()), parameters.gradients(), ties);
    }

    /**
     * Returns the change of the gradients of the batch's mean loss if near-ties of one row are decided the other way.
     *
     * @param row of the batch
     * @param flips near-ties of that row
     */
    public NamedArrays gradientChange(Batch batch, int row, List<NearTie> flips) {
        NamedArrays change = rowGradients(batch, row, flips);
        change.add(-1, rowGradients(batch, row, List.of()));
        return change;
    }

    private NamedArrays rowGradients(Batch batch, int row, List<NearTie> flips) {
        parameters.clearGradients();
        double[] prediction = forward(row(batch.features(), row));
        for (NearTie tie : flips) {
            for (Layer layer : layers) {
                if (layer.nearTies().contains(tie)) {
                    layer.flip(tie);
                }
            }
        }
        backward(lossGradient(prediction, batch.targets(), row, batch.rows()));
        return parameters.gradients();
    }

    private double[] forward(double[] row) {
        Signal signal = layers.get(0).forward(Signal.of(row));
        for (Layer layer : layers.subList(1, layers.size())) {
            signal = layer.forward(new Signal(rounded(signal.values()), signal.magnitudes()));
        }
        return signal.values();
    }

    private void backward(double[] outputGradient) {
        double[] gradient = outputGradient;
        for (int i = layers.size() - 1; i >= 0; i--) {
            gradient = layers.get(i).backward(rounded(gradient));
        }
    }

    private double[] rounded(double[] values) {
        return Arrays.stream(values).map(rounding).toArray();
    }

    private static double loss(double[][] predictions, Targets targets) {
        double sum = 0;
        for (int row = 0; row < predictions.length; row++) {
            double[] p = predictions[row];
            if (targets instanceof Targets.Classes classes) {
                sum += logSumExp(p) - p[classes.labels()[row]];
            } else {
                double error = p[0] - targets.asValues().values()[row];
                sum += error * error;
            }
        }
        return sum / predictions.length;
    }

    /** Returns the gradient of the batch's mean loss with respect to one row's prediction. */
    private static double[] lossGradient(double[] prediction, Targets targets, int row, int rows) {
        double[] gradient = new double[prediction.length];
        if (targets instanceof Targets.Classes classes) {
            double logSum = logSumExp(prediction);
            for (int j = 0; j < gradient.length; j++) {
                double indicator = j == classes.labels()[row] ? 1 : 0;
                gradient[j] = (Math.exp(prediction[j] - logSum) - indicator) / rows;
            }
        } else {
            gradient[0] = 2 * (prediction[0] - targets.asValues().values()[row]) / rows;
        }
        return gradient;
    }

    private static double logSumExp(double[] values) {
        double max = Arrays.stream(values).max().orElseThrow();
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - max);
        }
        return max + Math.log(sum);
    }

    /** Returns a row of the features. Token ids are indices, so they are not rounded. */
    private double[] row(Features features, int row) {
        Features one = features.slice(row, row + 1);
        if (one instanceof Features.Tokens tokens) {
            return Arrays.stream(tokens.ids()).asDoubleStream().toArray();
        }
        float[] floats = one.asValues().data();
        double[] doubles = new double[floats.length];
        Arrays.setAll(doubles, i -> floats[i]);
        return rounded(doubles);
    }

    /** Builds the layers from input to output. */
    private record Builder(Parameters parameters, Padding padding) implements ModelSpec.Visitor<List<Layer>> {
        @Override
        public List<Layer> tabularClassifier(MlpSpec spec) {
            return dense(new ArrayList<>(), spec.hidden().size());
        }

        @Override
        public List<Layer> tabularRegressor(MlpSpec spec) {
            return dense(new ArrayList<>(), spec.hidden().size());
        }

        @Override
        public List<Layer> imageClassifier(CnnSpec spec) {
            List<Layer> layers = new ArrayList<>();
            int channels = spec.channels();
            int height = spec.height();
            int width = spec.width();
            for (int i = 1; i <= spec.filters().size(); i++) {
                int filters = spec.filters().get(i - 1);
                layers.add(new Convolution(parameters, "conv" + i, padding, channels, filters, height, width));
                layers.add(new MaxPooling("pool" + i, filters, height, width));
                layers.add(new Rectifier("conv" + i + ".relu"));
                channels = filters;
                height /= CnnSpec.POOL;
                width /= CnnSpec.POOL;
            }
            layers.add(new Affine(parameters, "hidden"));
            layers.add(new Rectifier("hidden.relu"));
            layers.add(new Affine(parameters, "output"));
            return layers;
        }

        @Override
        public List<Layer> textClassifier(TextSpec spec) {
            List<Layer> layers = new ArrayList<>();
            layers.add(new MeanEmbedding(parameters, spec.dimension()));
            return dense(layers, spec.hidden().size());
        }

        private List<Layer> dense(List<Layer> layers, int hidden) {
            for (int i = 1; i <= hidden; i++) {
                layers.add(new Affine(parameters, "hidden" + i));
                layers.add(new Rectifier("hidden" + i + ".relu"));
            }
            layers.add(new Affine(parameters, "output"));
            return layers;
        }
    }
}
