package quartet.scratch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.calculus.autodiff.MatrixTape;
import quartet.scratch.calculus.autodiff.MatrixVariable;
import quartet.scratch.tensor.Tensor;

/**
 * Compares the gradients of layers with those that reverse mode finds for the same function on a tape.
 *
 * <p>A tensor [..., n] is a matrix [*, n] on the tape, and a tensor [n] a row. The compared function is {@code sum of
 * Y o D} for fixed random numbers D, so no two errors cancel.
 */
public final class TapeComparison {
    private static final double TOLERANCE = 1e-11;

    private TapeComparison() {}

    /** The function of a layer, on a tape. */
    public interface OnTape {
        MatrixVariable output(MatrixTape tape, MatrixVariable x, List<MatrixVariable> parameters);
    }

    /** Compares output, input gradient and parameter gradients, for random parameters. */
    public static void compare(Layer layer, Tensor input, OnTape function) {
        GradientCheck.randomized(layer, 5);
        MatrixTape tape = new MatrixTape();
        MatrixVariable x = variable(tape, input);
        List<MatrixVariable> parameters = new ArrayList<>();
        layer.parameters().forEach(parameter -> parameters.add(variable(tape, parameter.value())));
        MatrixVariable y = function.output(tape, x, parameters);

        Tensor output = layer.forward(input, true);
        Tensor direction = GradientCheck.random(9, 1, output.shape());
        Tensor inputGradient = layer.backward(direction);
        assertClose("output", output, y.value());
        MatrixTape.Gradients gradients =
                tape.backward(y.times(variable(tape, direction)).sum());
        if (!inputGradient.isNone()) {
            assertClose("input", inputGradient, gradients.of(x));
        }
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = layer.parameters().get(i);
            assertClose(parameter.name(), parameter.gradient(), gradients.of(parameters.get(i)));
        }
    }

    static MatrixVariable variable(MatrixTape tape, Tensor tensor) {
        int columns = tensor.dimension(tensor.rank() - 1);
        double[][] rows = new double[tensor.size() / columns][columns];
        for (int i = 0; i < tensor.size(); i++) {
            rows[i / columns][i % columns] = tensor.get(i);
        }
        return tape.variable(rows);
    }

    static void assertClose(String what, Tensor actual, double[][] expected) {
        int columns = expected[0].length;
        assertThat(actual.size()).as(what).isEqualTo(expected.length * columns);
        for (int i = 0; i < actual.size(); i++) {
            double value = expected[i / columns][i % columns];
            assertThat(actual.get(i))
                    .as("%s[%d]", what, i)
                    .isCloseTo(value, within(TOLERANCE * Math.max(1, Math.abs(value))));
        }
    }
}
