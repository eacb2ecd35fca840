package quartet.scratch.nn;

import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import quartet.scratch.nn.loss.Loss;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.Tensor;

/** Asserts that gradients pass {@link quartet.scratch.training.GradientCheck}, and makes inputs for it. */
public final class GradientCheck {
    private GradientCheck() {}

    /** Checks a layer by its input and all parameters, in training. */
    public static void ofLayer(Layer layer, Tensor input) {
        ofLayer(layer, input, true);
    }

    /** The same, in training or in inference. */
    public static void ofLayer(Layer layer, Tensor input, boolean training) {
        assertPasses(quartet.scratch.training.GradientCheck.ofLayer(layer, input, training));
    }

    /** Checks a loss by its prediction. */
    public static <T extends Tensor> void ofLoss(Loss<T> loss, Tensor prediction, T target) {
        assertPasses(quartet.scratch.training.GradientCheck.ofLoss(loss, prediction, target));
    }

    private static void assertPasses(quartet.scratch.training.GradientCheck.Result result) {
        if (!result.passes()) {
            fail(
                    "%s[%d]: expected the gradient %s, but was %s",
                    result.where(), result.index(), result.numeric(), result.analytic());
        }
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
}
