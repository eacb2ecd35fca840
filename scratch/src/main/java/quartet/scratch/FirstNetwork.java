package quartet.scratch;

import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import quartet.scratch.backend.Backend;
import quartet.scratch.calculus.autodiff.Tape;
import quartet.scratch.calculus.autodiff.Variable;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Tanh;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.nn.training.Initializers;
import quartet.scratch.optim.StochasticGradientDescent;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.Tensor;

/**
 * A first network, which learns exclusive or, written twice: number by number on a {@link Tape}, and with layers. Both
 * have the same gradient, so both learn the same weights.
 * <pre>{@code
 * h_j = tanh(x_1 u_1j + x_2 u_2j + b_j);   y = sum_j h_j v_j + c;   L = 1/4 sum over the four examples of (y - t)^2
 * }</pre>
 * The weights, in this order: u [2, hidden], b [hidden], v [hidden, 1], c [1]. Source: Rumelhart, Hinton, Williams
 * (1986), "Learning Representations by Back-Propagating Errors".
 *
 * <p>Run it after the build with {@code java -cp scratch/target/classes quartet.scratch.FirstNetwork}.
 */
public final class FirstNetwork {
    /** The inputs x [4, 2], row by row. */
    private static final double[] X = {0, 0, 0, 1, 1, 0, 1, 1};
    /** The targets t [4]. */
    private static final double[] T = {0, 1, 1, 0};

    private static final int HIDDEN = 4;
    private static final int U = 0;
    private static final int B = U + 2 * HIDDEN;
    private static final int V = B + HIDDEN;
    private static final int C = V + HIDDEN;
    private static final int STEPS = 300;
    private static final double LEARNING_RATE = 0.2;

    private final Backend backend = Backend.reference();
    private final Sequential network = new Sequential(
            new Dense("hidden", 2, HIDDEN, backend), new Tanh(), new Dense("output", HIDDEN, 1, backend));
    private final MeanSquaredError loss = new MeanSquaredError(backend);
    private final StochasticGradientDescent optimizer = new StochasticGradientDescent(LEARNING_RATE);
    private final double[] weights;

    /** Creates both networks with the same random weights. */
    FirstNetwork(Random random) {
        Initializers.glorotNormal().initialize(network.parameters(), random);
        weights = numbers(Parameter::value);
    }

    /** Trains both networks and prints their gradients, losses and predictions. */
    public static void main(String[] arguments) {
        FirstNetwork both = new FirstNetwork(new Random(7));
        System.out.println("The first derivatives of the loss by the weights u, by tape and by layers:");
        double[] byTape = both.tapeGradient();
        double[] byLayers = both.layerGradient();
        for (int i = U; i < B; i++) {
            System.out.printf(Locale.ROOT, "  u[%d]  %+.15f  %+.15f%n", i, byTape[i], byLayers[i]);
        }
        for (int step = 0; step <= STEPS; step++) {
            if (step % 100 == 0) {
                System.out.printf(
                        Locale.ROOT, "step %3d: loss %.10f and %.10f%n", step, both.tapeLoss(), both.layerLoss());
            }
            both.tapeStep();
            both.layerStep();
        }
        for (int n = 0; n < T.length; n++) {
            double y = both.predict(X[2 * n], X[2 * n + 1]);
            System.out.printf(Locale.ROOT, "%.0f xor %.0f = %.3f%n", X[2 * n], X[2 * n + 1], y);
        }
    }

    /** Returns the loss, operation by operation. */
    private static Variable loss(Tape tape, Variable[] w) {
        Variable sum = tape.variable(0);
        for (int n = 0; n < T.length; n++) {
            Variable y = w[C];
            for (int j = 0; j < HIDDEN; j++) {
                Variable z = w[B + j];
                for (int i = 0; i < 2; i++) {
                    z = z.plus(w[U + i * HIDDEN + j].times(X[2 * n + i]));
                }
                y = y.plus(z.tanh().times(w[V + j]));
            }
            sum = sum.plus(y.minus(T[n]).power(2));
        }
        return sum.times(1.0 / T.length);
    }

    double tapeLoss() {
        Tape tape = new Tape();
        return loss(tape, tape.variables(weights)).value();
    }

    double[] tapeGradient() {
        Tape tape = new Tape();
        Variable[] w = tape.variables(weights);
        return tape.gradient(loss(tape, w), w);
    }

    /** Performs a step of gradient descent: {@code w = w - learningRate dL/dw}. */
    void tapeStep() {
        double[] gradient = tapeGradient();
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= LEARNING_RATE * gradient[i];
        }
    }

    double layerLoss() {
        return loss.forward(network.forward(DoubleTensor.of(X, T.length, 2), true), DoubleTensor.of(T, T.length, 1));
    }

    double[] layerGradient() {
        layerLoss();
        network.backwardParameters(loss.backward());
        return numbers(Parameter::gradient);
    }

    void layerStep() {
        layerGradient();
        optimizer.step(network.parameters());
    }

    double predict(double x1, double x2) {
        return network.forward(DoubleTensor.of(new double[] {x1, x2}, 1, 2), false)
                .get(0);
    }

    private double[] numbers(Function<Parameter, Tensor> part) {
        return network.parameters().stream()
                .map(part)
                .flatMapToDouble(tensor -> IntStream.range(0, tensor.size()).mapToDouble(tensor::get))
                .toArray();
    }
}
