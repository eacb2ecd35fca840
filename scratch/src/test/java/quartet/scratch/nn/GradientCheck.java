package quartet.scratch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import java.util.function.DoubleSupplier;
import quartet.scratch.nn.loss.Loss;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Compares gradients with central differences of fourth order, in float64.
 * <pre>{@code
 * dL/dx ~ (8 (L(x+h) - L(x-h)) - (L(x+2h) - L(x-2h))) / 12 h + O(h^4)
 * error = |analytic - numeric| / max(|analytic|, |numeric|, 1e-3, 1e-5 |L|)
 * }</pre>
 * The floor of the denominator is there because differences cannot resolve a gradient that is all but zero: the
 * rounding of L alone makes an error of about 2e-16 |L| / h. Points have to stay farther than 2 h from a kink.
 */
public final class GradientCheck {
    /** The largest relative error that passes. */
    public static final double TOLERANCE = 1e-6;

    private static final double H = 1e-4;
    private static final double FLOOR = 1e-3;
    private static final double ROUNDING_FLOOR = 1e-5;

    private GradientCheck() {}

    /** Checks a layer by its input and all parameters, for a random linear function of the output. */
    public static void ofLayer(Layer layer, Tensor input) {
        ofLayer(layer, input, true);
    }

    /** The same, in training or in inference. */
    public static void ofLayer(Layer layer, Tensor input, boolean training) {
        ofParameters(layer, input, training);
        Tensor direction = directionFor(layer, input, training);
        layer.forward(input, training);
        Tensor gradient = layer.backward(direction).copy();
        assertThat(gradient.shape()).isEqualTo(input.shape());
        compare("input", input, gradient, () -> dot(layer.forward(input, training), direction));
    }

    /** Checks a layer by its parameters only: its input has no gradient. */
    public static void ofParameters(Layer layer, Tensor input, boolean training) {
        Tensor direction = directionFor(layer, input, training);
        layer.forward(input, training);
        layer.backward(direction);
        for (Parameter parameter : layer.parameters()) {
            Tensor gradient = parameter.gradient().copy();
            compare(
                    parameter.name(),
                    parameter.value(),
                    gradient,
                    () -> dot(layer.forward(input, training), direction));
        }
    }

    /** Checks a loss by its prediction. */
    public static <T extends Tensor> void ofLoss(Loss<T> loss, Tensor prediction, T target) {
        loss.forward(prediction, target);
        Tensor gradient = loss.backward().copy();
        assertThat(gradient.shape()).isEqualTo(prediction.shape());
        compare("prediction", prediction, gradient, () -> loss.forward(prediction, target));
    }

    /** Numbers of the standard normal distribution, times the scale. */
    public static Tensor random(long seed, double scale, int... shape) {
        Random random = new Random(seed);
        Tensor tensor = DoubleTensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, scale * random.nextGaussian());
        }
        return tensor;
    }

    /** Distinct multiples of 0.05 in random order, none of them zero: far from the kinks of rectifiers and maxima. */
    public static Tensor awayFromKinks(long seed, int... shape) {
        Tensor tensor = DoubleTensor.zeros(shape);
        int size = tensor.size();
        int[] order = new Random(seed).ints(0, size).distinct().limit(size).toArray();
        for (int i = 0; i < size; i++) {
            tensor.set(i, 0.05 * (order[i] - size / 2) + 0.025);
        }
        return tensor;
    }

    /** Gives every parameter random numbers around its present ones. */
    public static <L extends Layer> L randomized(L layer, long seed) {
        long next = seed;
        for (Parameter parameter : layer.parameters()) {
            Tensor noise = random(next++, 0.5, parameter.value().shape());
            for (int i = 0; i < noise.size(); i++) {
                parameter.value().add(i, noise.get(i));
            }
        }
        return layer;
    }

    private static Tensor directionFor(Layer layer, Tensor input, boolean training) {
        return random(99, 1, layer.forward(input, training).shape());
    }

    private static double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }

    private static void compare(String name, Tensor at, Tensor analytic, DoubleSupplier loss) {
        for (int i = 0; i < at.size(); i++) {
            double x = at.get(i);
            double outer = difference(at, i, x, 2 * H, loss);
            double inner = difference(at, i, x, H, loss);
            at.set(i, x);
            double numeric = (8 * inner - outer) / (12 * H);
            double floor = Math.max(FLOOR, ROUNDING_FLOOR * Math.abs(loss.getAsDouble()));
            double scale = Math.max(floor, Math.max(Math.abs(numeric), Math.abs(analytic.get(i))));
            double error = Math.abs(numeric - analytic.get(i)) / scale;
            if (!(error < TOLERANCE)) {
                fail("%s[%d]: expected the gradient %s, but was %s", name, i, numeric, analytic.get(i));
            }
        }
    }

    private static double difference(Tensor at, int i, double x, double h, DoubleSupplier loss) {
        at.set(i, x + h);
        double above = loss.getAsDouble();
        at.set(i, x - h);
        return above - loss.getAsDouble();
    }
}
