package quartet.scratch.kernel.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

class TextbookKernelsTest {
    private final Kernels kernels = new TextbookKernels();

    @Property(tries = 100)
    void matmulAgreesWithEjml(
            @ForAll @IntRange(min = 1, max = 19) int m,
            @ForAll @IntRange(min = 1, max = 19) int k,
            @ForAll @IntRange(min = 1, max = 19) int n,
            @ForAll boolean transposeA,
            @ForAll boolean transposeB,
            @ForAll boolean accumulate,
            @ForAll Precision precision) {
        Tensor a = random(precision, transposeA ? k : m, transposeA ? m : k);
        Tensor b = random(precision, transposeB ? n : k, transposeB ? k : n);
        Tensor c = random(precision, m, n);
        SimpleMatrix left = transposeA ? matrix(a).transpose() : matrix(a);
        SimpleMatrix right = transposeB ? matrix(b).transpose() : matrix(b);
        SimpleMatrix expected = left.mult(right);
        if (accumulate) {
            expected = expected.plus(matrix(c));
        }
        kernels.matmul(a, transposeA, b, transposeB, c, accumulate);
        double tolerance = precision == Precision.FLOAT64 ? 1e-13 : 1e-5;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(c.get(i * n + j)).isCloseTo(expected.get(i, j), within(tolerance));
            }
        }
    }

    @Test
    void convolutionByHand() {
        Tensor x = DoubleTensor.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 3, 3, 1);
        Tensor w = DoubleTensor.of(new double[] {1, 10, 100, 1000}, 1, 1, 2, 2);
        Tensor b = DoubleTensor.of(new double[] {0.5}, 1);
        Tensor y = DoubleTensor.zeros(1, 2, 2, 1);
        kernels.convolve(x, w, b, 0, 0, Activation.IDENTITY, y);
        assertThat(((DoubleTensor) y).data()).containsExactly(5421.5, 6532.5, 8754.5, 9865.5);
    }

    /** A kernel of ones sums each neighbourhood; what lies outside the image adds nothing. */
    @Test
    void convolutionPadsWithZeros() {
        Tensor x = DoubleTensor.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 3, 3, 1);
        Tensor w = DoubleTensor.zeros(1, 1, 3, 3);
        w.fill(1);
        Tensor y = DoubleTensor.zeros(1, 3, 3, 1);
        kernels.convolve(x, w, DoubleTensor.zeros(1), 1, 1, Activation.IDENTITY, y);
        assertThat(((DoubleTensor) y).data()).containsExactly(12, 21, 16, 27, 45, 33, 24, 39, 28);
    }

    /** Two pixels (1, 2) and (3, 4), and a window of one pixel. */
    @Test
    void convolutionOfChannelsByHand() {
        Tensor x = DoubleTensor.of(new double[] {1, 2, 3, 4}, 1, 1, 2, 2);
        Tensor w = DoubleTensor.of(new double[] {1, 10, 100, 1000, 10_000, 100_000}, 3, 2, 1, 1);
        Tensor y = DoubleTensor.zeros(1, 1, 2, 3);
        kernels.convolve(x, w, DoubleTensor.zeros(3), 0, 0, Activation.IDENTITY, y);
        assertThat(((DoubleTensor) y).data()).containsExactly(21, 2100, 210_000, 43, 4300, 430_000);
    }

    @Test
    void transposeByHand() {
        Tensor x = DoubleTensor.of(new double[] {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16}, 2, 2, 3);
        Tensor y = DoubleTensor.zeros(2, 3, 2);
        kernels.transpose(x, 2, 3, y);
        assertThat(((DoubleTensor) y).data()).containsExactly(1, 4, 2, 5, 3, 6, 11, 14, 12, 15, 13, 16);
    }

    @Test
    void maxPoolByHand() {
        Tensor x = DoubleTensor.of(new double[] {1, 5, 2, 3, 4, 0, -1, -2, -1, -5, -3, -1}, 1, 4, 3, 1);
        Tensor y = DoubleTensor.zeros(1, 2, 1, 1);
        int[] argmax = new int[2];
        kernels.maxPool(x, 2, 2, Activation.IDENTITY, y, argmax);
        assertThat(((DoubleTensor) y).data()).containsExactly(5, -1);
        assertThat(argmax).containsExactly(1, 6);
    }

    @Test
    void floatAndDoubleAgree() {
        Tensor x = random(Precision.FLOAT32, 2, 7, 6, 3);
        Tensor w = random(Precision.FLOAT32, 4, 3, 3, 3);
        Tensor b = random(Precision.FLOAT32, 4);
        Tensor y = FloatTensor.zeros(2, 7, 6, 4);
        Tensor wide = DoubleTensor.zeros(2, 7, 6, 4);
        kernels.convolve(x, w, b, 1, 1, Activation.RELU, y);
        kernels.convolve(wide(x), wide(w), wide(b), 1, 1, Activation.RELU, wide);
        for (int i = 0; i < y.size(); i++) {
            assertThat(y.get(i)).isCloseTo(wide.get(i), within(1e-5));
        }
    }

    @Test
    void matmulRejectsMismatchedShapes() {
        assertThatThrownBy(() -> kernels.matmul(
                        DoubleTensor.zeros(2, 3),
                        false,
                        DoubleTensor.zeros(4, 2),
                        false,
                        DoubleTensor.zeros(2, 2),
                        false))
                .hasMessage("matmul: expected a second factor with inner dimension 3, but was [4, 2]");
        assertThatThrownBy(() -> kernels.matmul(
                        DoubleTensor.zeros(2, 3),
                        false,
                        DoubleTensor.zeros(3, 2),
                        false,
                        DoubleTensor.zeros(2, 3),
                        false))
                .hasMessage("matmul: expected a product of shape [2, 2], but was [2, 3]");
    }

    private static Tensor random(Precision precision, int... shape) {
        Random random = new Random(shape.length * 31L + shape[0]);
        Tensor tensor = precision.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, random.nextGaussian());
        }
        return tensor;
    }

    private static Tensor wide(Tensor tensor) {
        Tensor wide = Precision.FLOAT64.zeros(tensor.shape());
        wide.copyFrom(tensor);
        return wide;
    }

    private static SimpleMatrix matrix(Tensor tensor) {
        SimpleMatrix matrix = new SimpleMatrix(tensor.dimension(0), tensor.dimension(1));
        for (int i = 0; i < tensor.size(); i++) {
            matrix.set(i, tensor.get(i));
        }
        return matrix;
    }
}
