package quartet.contract.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.Batch;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.contract.Weights;
import quartet.datasets.Features;
import quartet.datasets.Targets;
import quartet.datasets.Vocabulary;

/**
 * The strict specification in plain loops and double precision, slow and plain on purpose: the oracle that engines are
 * tested against. Its gradients are central differences, so no backward pass is trusted.
 */
final class ReferenceNetwork {
    private final ModelSpec spec;
    private final Map<String, double[]> parameters = new LinkedHashMap<>();

    ReferenceNetwork(ModelSpec spec, Weights weights) {
        this.spec = spec;
        weights.asMap().forEach((name, tensor) -> parameters.put(name, doubles(tensor.data())));
    }

    double[] parameter(String name) {
        double[] values = parameters.get(name);
        if (values == null) {
            throw new IllegalArgumentException(name);
        }
        return values;
    }

    /** Logits or values, [rows][outputs]. */
    double[][] predict(Features features) {
        double[][] predictions = new double[features.rows()][];
        for (int row = 0; row < predictions.length; row++) {
            if (spec instanceof MlpSpec mlp) {
                predictions[row] = dense(mlp.hidden().size(), row(features.asValues(), row));
            } else if (spec instanceof CnnSpec cnn) {
                predictions[row] = convolve(cnn, row(features.asValues(), row));
            } else {
                TextSpec text = (TextSpec) spec;
                double[] mean = meanEmbedding(text, features.asTokens().slice(row, row + 1));
                predictions[row] = dense(text.hidden().size(), mean);
            }
        }
        return predictions;
    }

    /** Mean loss: cross-entropy in nats, or squared error. */
    double loss(Batch batch) {
        double[][] predictions = predict(batch.features());
        double sum = 0;
        for (int row = 0; row < predictions.length; row++) {
            double[] p = predictions[row];
            if (batch.targets() instanceof Targets.Classes classes) {
                double max = Double.NEGATIVE_INFINITY;
                for (double logit : p) {
                    max = Math.max(max, logit);
                }
                double exponentials = 0;
                for (double logit : p) {
                    exponentials += Math.exp(logit - max);
                }
                sum += max + Math.log(exponentials) - p[classes.labels()[row]];
            } else {
                double error = p[0] - batch.targets().asValues().values()[row];
                sum += error * error;
            }
        }
        return sum / predictions.length;
    }

    /** The derivative of the mean loss by one parameter, by central differences. */
    double derivative(String name, int index, Batch batch) {
        double step = 1e-6;
        double[] values = parameter(name);
        double value = values[index];
        values[index] = value + step;
        double above = loss(batch);
        values[index] = value - step;
        double below = loss(batch);
        values[index] = value;
        return (above - below) / (2 * step);
    }

    private double[] dense(int hiddenLayers, double[] input) {
        double[] x = input;
        for (int i = 1; i <= hiddenLayers; i++) {
            x = relu(affine("hidden" + i, x));
        }
        return affine("output", x);
    }

    private double[] affine(String name, double[] x) {
        double[] weight = parameter(name + ".weight");
        double[] y = parameter(name + ".bias").clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                y[j] += x[i] * weight[i * y.length + j];
            }
        }
        return y;
    }

    private double[] convolve(CnnSpec cnn, double[] image) {
        double[] x = image;
        int channels = cnn.channels();
        int height = cnn.height();
        int width = cnn.width();
        for (int i = 1; i <= cnn.filters().size(); i++) {
            int filters = cnn.filters().get(i - 1);
            x = relu(convolution("conv" + i, x, channels, height, width, filters));
            x = maxPool(x, filters, height, width);
            channels = filters;
            height /= CnnSpec.POOL;
            width /= CnnSpec.POOL;
        }
        return affine("output", relu(affine("hidden", x)));
    }

    private double[] convolution(String name, double[] x, int channels, int height, int width, int filters) {
        double[] weight = parameter(name + ".weight");
        double[] bias = parameter(name + ".bias");
        double[] y = new double[filters * height * width];
        for (int f = 0; f < filters; f++) {
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    double sum = bias[f];
                    for (int c = 0; c < channels; c++) {
                        for (int di = 0; di < CnnSpec.KERNEL; di++) {
                            for (int dj = 0; dj < CnnSpec.KERNEL; dj++) {
                                int row = i + di - CnnSpec.KERNEL / 2;
                                int column = j + dj - CnnSpec.KERNEL / 2;
                                if (row >= 0 && row < height && column >= 0 && column < width) {
                                    int w = ((f * channels + c) * CnnSpec.KERNEL + di) * CnnSpec.KERNEL + dj;
                                    sum += weight[w] * x[(c * height + row) * width + column];
                                }
                            }
                        }
                    }
                    y[(f * height + i) * width + j] = sum;
                }
            }
        }
        return y;
    }

    private static double[] maxPool(double[] x, int channels, int height, int width) {
        int rows = height / CnnSpec.POOL;
        int columns = width / CnnSpec.POOL;
        double[] y = new double[channels * rows * columns];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    int corner = (c * height + 2 * i) * width + 2 * j;
                    y[(c * rows + i) * columns + j] = Math.max(
                            Math.max(x[corner], x[corner + 1]), Math.max(x[corner + width], x[corner + width + 1]));
                }
            }
        }
        return y;
    }

    private double[] meanEmbedding(TextSpec text, Features tokens) {
        double[] table = parameter("embedding.weight");
        double[] mean = new double[text.dimension()];
        int count = 0;
        for (int id : tokens.asTokens().ids()) {
            if (id != Vocabulary.PADDING) {
                count++;
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += table[id * mean.length + k];
                }
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= Math.max(count, 1);
        }
        return mean;
    }

    private static double[] relu(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.max(0, x[i]);
        }
        return y;
    }

    private static double[] row(Features.Values values, int row) {
        return doubles(values.slice(row, row + 1));
    }

    private static double[] doubles(Features features) {
        return doubles(features.asValues().data());
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
