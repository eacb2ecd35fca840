package quartet.scratch.calculus.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quartet.scratch.calculus.difference.FiniteDifferences;

/** Compares every matrix operation with central differences, and a small network with a hand calculation. */
class MatrixTapeTest {

    private static final Map<String, UnaryOperator<MatrixVariable>> UNARY = Map.ofEntries(
            Map.entry("exp", MatrixVariable::exp),
            Map.entry("log", MatrixVariable::log),
            Map.entry("tanh", MatrixVariable::tanh),
            Map.entry("sigmoid", MatrixVariable::sigmoid),
            Map.entry("relu", x -> x.minus(x.tape().variable(0.8)).relu()),
            Map.entry("power", x -> x.power(2.5)),
            Map.entry("times constant", x -> x.times(-3)),
            Map.entry("transpose", MatrixVariable::transpose),
            Map.entry("sum", MatrixVariable::sum),
            Map.entry("mean", MatrixVariable::mean),
            Map.entry("sumEachRow", MatrixVariable::sumEachRow),
            Map.entry("sumEachColumn", MatrixVariable::sumEachColumn));

    private static final Map<String, BinaryOperator<MatrixVariable>> BINARY = Map.of(
            "plus", MatrixVariable::plus,
            "minus", MatrixVariable::minus,
            "times", MatrixVariable::times,
            "dividedBy", MatrixVariable::dividedBy);

    @TestFactory
    Stream<DynamicTest> unaryOperationsAgreeWithDifferences() {
        return UNARY.entrySet().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.getKey(), () -> {
                    double[][] x = random(3, 4, 5);
                    check((a, b) -> operation.getValue().apply(a), x, new double[][] {{1}});
                }));
    }

    @TestFactory
    Stream<DynamicTest> binaryOperationsAgreeWithDifferencesInAllBroadcasts() {
        int[][] shapes = {{3, 4, 3, 4}, {3, 4, 1, 4}, {3, 4, 3, 1}, {3, 4, 1, 1}, {1, 4, 3, 1}, {1, 1, 2, 3}};
        return BINARY.entrySet().stream().flatMap(operation -> Stream.of(shapes)
                .map(s -> DynamicTest.dynamicTest(
                        operation.getKey() + " [" + s[0] + ", " + s[1] + "] [" + s[2] + ", " + s[3] + "]",
                        () -> check(operation.getValue(), random(s[0], s[1], 1), random(s[2], s[3], 2)))));
    }

    @Test
    void matrixProductAgreesWithDifferences() {
        check(MatrixVariable::matmul, random(3, 4, 6), random(4, 2, 7));
        check((a, b) -> a.matmul(a.transpose()).matmul(b), random(2, 3, 8), random(2, 2, 9));
    }

    /** One layer and mean squared error with the gradient dW = X^T (2 / n)(X W + b - T), derived by hand. */
    @Test
    void linearLayerMatchesHandCalculation() {
        MatrixTape tape = new MatrixTape();
        MatrixVariable x = tape.variable(new double[][] {{1, 2}, {3, 4}});
        MatrixVariable w = tape.variable(new double[][] {{0.5}, {-0.25}});
        MatrixVariable b = tape.variable(new double[][] {{0.1}});
        MatrixVariable target = tape.variable(new double[][] {{1}, {0}});
        MatrixVariable loss = x.matmul(w).plus(b).minus(target).power(2).mean();
        // residuals: 0.5 - 0.5 + 0.1 - 1 = -0.9 and 1.5 - 1 + 0.1 = 0.6
        assertThat(loss.scalar()).isCloseTo((0.81 + 0.36) / 2, within(1e-15));
        MatrixTape.Gradients gradients = tape.backward(loss);
        assertThat(gradients.of(w)[0][0]).isCloseTo(-0.9 + 3 * 0.6, within(1e-15));
        assertThat(gradients.of(w)[1][0]).isCloseTo(2 * -0.9 + 4 * 0.6, within(1e-15));
        assertThat(gradients.of(b)[0][0]).isCloseTo(-0.3, within(1e-15));
    }

    /** Softmax cross-entropy composed from primitives has the gradient (softmax - target) / n. */
    @Test
    void softmaxCrossEntropyOfPrimitivesHasKnownGradient() {
        MatrixTape tape = new MatrixTape();
        double[][] scores = {{1, 2, 0.5}, {-1, 0.3, 0.2}};
        double[][] targets = {{0, 1, 0}, {1, 0, 0}};
        MatrixVariable logits = tape.variable(scores);
        MatrixVariable logSumExp = logits.exp().sumEachRow().log();
        MatrixVariable picked = logits.times(tape.variable(targets)).sumEachRow();
        MatrixVariable loss = logSumExp.minus(picked).mean();
        double[][] gradient = tape.backward(loss).of(logits);
        for (int i = 0; i < 2; i++) {
            double sum = Math.exp(scores[i][0]) + Math.exp(scores[i][1]) + Math.exp(scores[i][2]);
            for (int j = 0; j < 3; j++) {
                double expected = (Math.exp(scores[i][j]) / sum - targets[i][j]) / 2;
                assertThat(gradient[i][j]).isCloseTo(expected, within(1e-15));
            }
        }
    }

    @Test
    void unrelatedVariablesHaveZeroGradient() {
        MatrixTape tape = new MatrixTape();
        MatrixVariable used = tape.variable(2);
        MatrixVariable unused = tape.variable(new double[][] {{1, 2}});
        assertThat(tape.backward(used.exp()).of(unused)).isDeepEqualTo(new double[][] {{0, 0}});
    }

    @Test
    void rejectsWrongShapesAndTapes() {
        MatrixTape tape = new MatrixTape();
        MatrixVariable a = tape.variable(new double[][] {{1, 2}, {3, 4}});
        MatrixVariable b = tape.variable(new double[][] {{1, 2, 3}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.matmul(b))
                .withMessage("MatrixVariable.matmul: expected a right factor [2, *], but was [1, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.plus(b))
                .withMessageContaining("but was [2, 2] and [1, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.backward(a))
                .withMessageContaining("expected a scalar output [1, 1], but was [2, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.variable(new double[][] {{1, 2}, {3}}))
                .withMessage("MatrixTape: expected rows of length 2, but row 1 has length 1");
        assertThatIllegalArgumentException().isThrownBy(() -> tape.variable(new double[][] {{}}));
        assertThatIllegalArgumentException().isThrownBy(() -> a.plus(new MatrixTape().variable(1)));
        assertThatIllegalArgumentException().isThrownBy(a::scalar).withMessageContaining("[2, 2]");
    }

    /** Uses the loss sum(op(x, y) o c) with fixed random weights c, so that errors of two entries cannot cancel. */
    private static MatrixVariable loss(BinaryOperator<MatrixVariable> op, MatrixVariable x, MatrixVariable y) {
        MatrixVariable z = op.apply(x, y);
        return z.times(x.tape().variable(random(z.rows(), z.columns(), 11))).sum();
    }

    private static void check(BinaryOperator<MatrixVariable> op, double[][] x, double[][] y) {
        MatrixTape tape = new MatrixTape();
        MatrixVariable a = tape.variable(x);
        MatrixVariable b = tape.variable(y);
        MatrixTape.Gradients gradients = tape.backward(loss(op, a, b));
        compare(gradients.of(a), x, shifted -> value(op, shifted, y));
        compare(gradients.of(b), y, shifted -> value(op, x, shifted));
    }

    private static double value(BinaryOperator<MatrixVariable> op, double[][] x, double[][] y) {
        MatrixTape tape = new MatrixTape();
        return loss(op, tape.variable(x), tape.variable(y)).scalar();
    }

    private static void compare(double[][] gradient, double[][] x, ToDoubleFunction<double[][]> loss) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[0].length; j++) {
                int row = i;
                int column = j;
                double difference = FiniteDifferences.derivative(
                        t -> {
                            double[][] shifted =
                                    Stream.of(x).map(double[]::clone).toArray(double[][]::new);
                            shifted[row][column] = t;
                            return loss.applyAsDouble(shifted);
                        },
                        x[i][j]);
                assertThat(gradient[i][j]).isCloseTo(difference, within(1e-8));
            }
        }
    }

    /** Entries in (0.5, 1.5), where every operation is smooth. */
    private static double[][] random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = 0.5 + random.nextDouble();
            }
        }
        return matrix;
    }
}
