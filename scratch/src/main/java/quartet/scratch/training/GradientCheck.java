package quartet.scratch.training;

import java.util.Random;
import java.util.function.DoubleSupplier;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.loss.Loss;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Compares the gradients of a layer or a loss with central differences of fourth order, in float64.
 * <pre>{@code
 * dL/dx ~ (8 (L(x+h) - L(x-h)) - (L(x+2h) - L(x-2h))) / 12 h + O(h^4),   h = 1e-4
 * error = |analytic - numeric| / max(|analytic|, |numeric|, 1e-3, 1e-5 |L|)
 * }</pre>
 * The loss of a layer is {@code L = sum of y o d} for fixed random numbers d, so no two errors cancel. The denominator
 * has a lower bound because differences cannot resolve a gradient that is nearly zero: the rounding of L alone causes
 * an error of about 2e-16 |L| / h. A correct gradient has an error below {@link #TOLERANCE}. Points have to stay
 * farther than 2 h from a kink, such as the zero of a rectifier. Random layers, such as dropout, have to draw the same
 * numbers in each pass.
 */
public final class GradientCheck {
    /** The error below which a gradient is taken as correct. */
    public static final double TOLERANCE = 1e-6;

    private static final double H = 1e-4;
    private static final double FLOOR = 1e-3;
    private static final double ROUNDING_FLOOR = 1e-5;
    private static final long DIRECTION_SEED = 99;

    private GradientCheck() {}

    /**
     * The element with the largest error.
     *
     * @param where the name of the tensor: {@code input}, {@code prediction} or the name of a parameter
     * @param index the flat index of the element
     * @param analytic the gradient of the backward pass
     * @param numeric the central difference
     * @param error the relative error; NaN is larger than any number
     */
    public record Result(String where, int index, double analytic, double numeric, double error) {
        /** Creates a result. */
        public Result {
            Require.notNull("GradientCheck", "where", where);
        }

        /** Returns whether all gradients are correct. */
        public boolean passes() {
            return error < TOLERANCE;
        }

        private Result worse(Result other) {
            return Double.compare(other.error, error) > 0 ? other : this;
        }
    }

    /**
     * Checks the gradients of a layer by its parameters and, unless the input is token ids, by its input.
     *
     * @param input float64, or token ids
     * @param training the mode of the forward pass
     * @throws IllegalArgumentException if a tensor is float32, whose rounding hides errors
     */
    public static Result ofLayer(Layer layer, Tensor input, boolean training) {
        Require.notNull("GradientCheck", "layer", layer);
        Require.notNull("GradientCheck", "input", input);
        Tensor direction = direction(layer.forward(input, training));
        layer.forward(input, training);
        Tensor inputGradient = layer.backward(direction).copy();
        DoubleSupplier loss = () -> dot(layer.forward(input, training), direction);
        Result worst = new Result("input", 0, 0, 0, 0);
        for (Parameter parameter : layer.parameters()) {
            Tensor gradient = parameter.gradient().copy();
            worst = worst.worse(compare(parameter.name(), parameter.value(), gradient, loss));
        }
        return input instanceof IntTensor ? worst : worst.worse(compare("input", input, inputGradient, loss));
    }

    /**
     * Checks the gradient of a loss by its prediction.
     *
     * @throws IllegalArgumentException if the prediction is float32, whose rounding hides errors
     */
    public static <T extends Tensor> Result ofLoss(Loss<T> loss, Tensor prediction, T target) {
        Require.notNull("GradientCheck", "loss", loss);
        Require.notNull("GradientCheck", "prediction", prediction);
        Require.notNull("GradientCheck", "target", target);
        loss.forward(prediction, target);
        Tensor gradient = loss.backward().copy();
        return compare("prediction", prediction, gradient, () -> loss.forward(prediction, target));
    }

    private static Tensor direction(Tensor output) {
        Random random = new Random(DIRECTION_SEED);
        Tensor direction = output.like(output.shape());
        for (int i = 0; i < direction.size(); i++) {
            direction.set(i, random.nextGaussian());
        }
        return direction;
    }

    private static double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }

    private static Result compare(String where, Tensor at, Tensor analytic, DoubleSupplier loss) {
        if (!(at instanceof DoubleTensor)) {
            throw new IllegalArgumentException("GradientCheck: expected " + where + " in FLOAT64, but was " + at);
        }
        if (!analytic.sameShape(at)) {
            throw Shapes.mismatch("GradientCheck", "a gradient of the shape of " + where + " " + at, analytic);
        }
        Result worst = new Result(where, 0, 0, 0, 0);
        double floor = Math.max(FLOOR, ROUNDING_FLOOR * Math.abs(loss.getAsDouble()));
        for (int i = 0; i < at.size(); i++) {
            double x = at.get(i);
            double outer = difference(at, i, x, 2 * H, loss);
            double inner = difference(at, i, x, H, loss);
            at.set(i, x);
            double numeric = (8 * inner - outer) / (12 * H);
            double a = analytic.get(i);
            double error = Math.abs(numeric - a) / Math.max(floor, Math.max(Math.abs(numeric), Math.abs(a)));
            worst = worst.worse(new Result(where, i, a, numeric, error));
        }
        return worst;
    }

    private static double difference(Tensor at, int i, double x, double h, DoubleSupplier loss) {
        at.set(i, x + h);
        double above = loss.getAsDouble();
        at.set(i, x - h);
        return above - loss.getAsDouble();
    }
}
