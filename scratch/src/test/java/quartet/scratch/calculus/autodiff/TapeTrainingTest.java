package quartet.scratch.calculus.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import quartet.scratch.model.Iris;

/** Reverse mode trains networks: gradient descent with the gradients of the tapes, without any layer. */
class TapeTrainingTest {

    private static final double[][] X = Iris.STANDARDIZED;
    private static final int HIDDEN = 8;

    private static double[][] random(int rows, int columns, Random random) {
        double[][] w = new double[rows][columns];
        for (double[] row : w) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian() / Math.sqrt(rows);
            }
        }
        return w;
    }

    private static double[][] oneHot() {
        double[][] targets = new double[X.length][3];
        for (int i = 0; i < X.length; i++) {
            targets[i][Iris.LABELS[i]] = 1;
        }
        return targets;
    }

    /** A network [4, 8, 3] with tanh and softmax cross-entropy on the iris flowers; linear models reach 0.98. */
    @Test
    void theMatrixTapeTrainsAClassifier() {
        Random random = new Random(1);
        double[][][] parameters = {
            random(4, HIDDEN, random), new double[1][HIDDEN], random(HIDDEN, 3, random), new double[1][3]
        };
        double first = 0;
        double last = 0;
        int correct = 0;
        for (int step = 0; step < 400; step++) {
            MatrixTape tape = new MatrixTape();
            MatrixVariable[] p = new MatrixVariable[4];
            for (int k = 0; k < 4; k++) {
                p[k] = tape.variable(parameters[k]);
            }
            MatrixVariable hidden = tape.variable(X).matmul(p[0]).plus(p[1]).tanh();
            MatrixVariable logits = hidden.matmul(p[2]).plus(p[3]);
            MatrixVariable logProbabilities =
                    logits.minus(logits.exp().sumEachRow().log());
            MatrixVariable loss =
                    logProbabilities.times(tape.variable(oneHot())).sum().times(-1.0 / X.length);
            MatrixTape.Gradients gradients = tape.backward(loss);
            for (int k = 0; k < 4; k++) {
                descend(parameters[k], gradients.of(p[k]));
            }
            first = step == 0 ? loss.scalar() : first;
            last = loss.scalar();
            correct = correct(logits.value());
        }
        assertThat(first).isGreaterThan(0.8);
        assertThat(last).isLessThan(0.06);
        assertThat(correct).isGreaterThanOrEqualTo(147);
    }

    private static void descend(double[][] w, double[][] gradient) {
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                w[i][j] -= 0.5 * gradient[i][j];
            }
        }
    }

    private static int correct(double[][] logits) {
        int correct = 0;
        for (int i = 0; i < logits.length; i++) {
            double[] z = logits[i];
            int best = z[0] >= z[1] && z[0] >= z[2] ? 0 : z[1] >= z[2] ? 1 : 2;
            correct += best == Iris.LABELS[i] ? 1 : 0;
        }
        return correct;
    }

    /** A network [2, 3, 1] learns the exclusive or, which no linear model can. */
    @Test
    void theScalarTapeTrainsTheExclusiveOr() {
        double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        double[] y = {0, 1, 1, 0};
        double[] w = new Random(3).doubles(13, -1, 1).toArray();
        for (int step = 0; step < 4000; step++) {
            Tape tape = new Tape();
            Variable[] p = tape.variables(w);
            Variable loss = tape.variable(0);
            for (int i = 0; i < 4; i++) {
                loss = loss.plus(network(p, x[i]).minus(y[i]).power(2));
            }
            double[] gradient = tape.gradient(loss, p);
            for (int k = 0; k < w.length; k++) {
                w[k] -= 0.05 * gradient[k];
            }
        }
        for (int i = 0; i < 4; i++) {
            assertThat(network(new Tape().variables(w), x[i]).value()).isCloseTo(y[i], within(0.05));
        }
    }

    /** Three hidden neurons (two weights and a bias each), then three weights and a bias. */
    private static Variable network(Variable[] p, double[] x) {
        Variable output = p[12];
        for (int h = 0; h < 3; h++) {
            Variable hidden = p[3 * h].times(x[0])
                    .plus(p[3 * h + 1].times(x[1]))
                    .plus(p[3 * h + 2])
                    .tanh();
            output = output.plus(hidden.times(p[9 + h]));
        }
        return output;
    }
}
