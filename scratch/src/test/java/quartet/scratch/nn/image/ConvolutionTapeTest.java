package quartet.scratch.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.calculus.autodiff.Tape;
import quartet.scratch.calculus.autodiff.Variable;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.tensor.Tensor;

/** The layers for images against their formulas on a tape of numbers: the textbook's loops, differentiated exactly. */
class ConvolutionTapeTest {
    private static final Backend REFERENCE = Backend.reference();
    private static final int BATCH = 2;
    private static final int INPUTS = 2;
    private static final int OUTPUTS = 3;
    private static final int HEIGHT = 5;
    private static final int WIDTH = 6;
    private static final int KERNEL = 3;

    private final Tape tape = new Tape();

    @Test
    void convolution() {
        Tensor input = GradientCheck.random(1, 1, BATCH, INPUTS, HEIGHT, WIDTH);
        Layer same = GradientCheck.randomized(new Conv2d("c", INPUTS, OUTPUTS, KERNEL, Padding.SAME, REFERENCE), 2);
        check(same, input, (x, w, b) -> convolve(x, w, b, 1));
        Layer valid = GradientCheck.randomized(new Conv2d("c", INPUTS, OUTPUTS, KERNEL, Padding.VALID, REFERENCE), 2);
        check(valid, input, (x, w, b) -> convolve(x, w, b, 0));
    }

    @Test
    void convolutionReluAndPoolingInBothOrders() {
        Tensor input = GradientCheck.random(1, 1, BATCH, INPUTS, HEIGHT, WIDTH);
        Layer poolingLast = new Sequential(
                new Conv2d("c", INPUTS, OUTPUTS, KERNEL, Padding.SAME, REFERENCE),
                new Relu(REFERENCE),
                new MaxPool2d(2, REFERENCE));
        Layer reluLast = new Sequential(
                new Conv2d("c", INPUTS, OUTPUTS, KERNEL, Padding.SAME, REFERENCE),
                new MaxPool2d(2, REFERENCE),
                new Relu(REFERENCE));
        for (Layer layer : List.of(poolingLast, reluLast)) {
            check(GradientCheck.randomized(layer, 2), input, (x, w, b) -> {
                Variable[] rectified =
                        Arrays.stream(convolve(x, w, b, 1)).map(Variable::relu).toArray(Variable[]::new);
                return pool(rectified);
            });
        }
    }

    private interface OnTape {
        Variable[] output(Variable[] x, Variable[] w, Variable[] b);
    }

    private void check(Layer layer, Tensor input, OnTape function) {
        Variable[] x = variables(input);
        Variable[] w = variables(layer.parameters().get(0).value());
        Variable[] b = variables(layer.parameters().get(1).value());
        Variable[] y = function.output(x, w, b);
        Tensor output = layer.forward(input, true);
        Tensor direction = GradientCheck.random(3, 1, output.shape());
        Variable sum = tape.variable(0);
        for (int i = 0; i < y.length; i++) {
            sum = sum.plus(y[i].times(direction.get(i)));
        }
        assertClose(output, Arrays.stream(y).mapToDouble(Variable::value).toArray());
        assertClose(layer.backward(direction), tape.gradient(sum, x));
        assertClose(layer.parameters().get(0).gradient(), tape.gradient(sum, w));
        assertClose(layer.parameters().get(1).gradient(), tape.gradient(sum, b));
    }

    private Variable[] variables(Tensor tensor) {
        Variable[] variables = new Variable[tensor.size()];
        Arrays.setAll(variables, i -> tape.variable(tensor.get(i)));
        return variables;
    }

    /** {@code y[n,o,i,j] = b[o] + sum_{c,u,v} w[o,c,u,v] x[n, c, i+u-pad, j+v-pad]}. */
    private static Variable[] convolve(Variable[] x, Variable[] w, Variable[] b, int pad) {
        int rows = HEIGHT + 2 * pad - KERNEL + 1;
        int columns = WIDTH + 2 * pad - KERNEL + 1;
        Variable[] y = new Variable[BATCH * OUTPUTS * rows * columns];
        for (int k = 0; k < y.length; k++) {
            int j = k % columns;
            int i = k / columns % rows;
            int o = k / (columns * rows) % OUTPUTS;
            int n = k / (columns * rows * OUTPUTS);
            Variable sum = b[o];
            for (int tap = 0; tap < INPUTS * KERNEL * KERNEL; tap++) {
                int c = tap / (KERNEL * KERNEL);
                int row = i + tap / KERNEL % KERNEL - pad;
                int column = j + tap % KERNEL - pad;
                if (row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH) {
                    Variable pixel = x[((n * INPUTS + c) * HEIGHT + row) * WIDTH + column];
                    sum = sum.plus(w[o * INPUTS * KERNEL * KERNEL + tap].times(pixel));
                }
            }
            y[k] = sum;
        }
        return y;
    }

    /** Maxima over windows of 2 x 2 of images [HEIGHT, WIDTH]. */
    private static Variable[] pool(Variable[] x) {
        int rows = HEIGHT / 2;
        int columns = WIDTH / 2;
        Variable[] y = new Variable[x.length / (HEIGHT * WIDTH) * rows * columns];
        for (int k = 0; k < y.length; k++) {
            int corner = (k / (rows * columns) * HEIGHT + k / columns % rows * 2) * WIDTH + k % columns * 2;
            y[k] = larger(larger(x[corner], x[corner + 1]), larger(x[corner + WIDTH], x[corner + WIDTH + 1]));
        }
        return y;
    }

    private static Variable larger(Variable a, Variable b) {
        return a.value() >= b.value() ? a : b;
    }

    private static void assertClose(Tensor actual, double[] expected) {
        assertThat(actual.size()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual.get(i)).as("element %d", i).isCloseTo(expected[i], within(1e-12));
        }
    }
}
