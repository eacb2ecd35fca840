package quartet.scratch.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.application.LowRankApproximation;
import quartet.scratch.linalg.application.Pca;
import quartet.scratch.linalg.decomposition.Svd;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.nn.dense.Dense;

class MatricesTest {
    @Test
    void keepsNumbersAndShapes() {
        Tensor tensor = DoubleTensor.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 2);
        Matrix matrix = Matrices.of(tensor);
        assertThat(matrix).isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}));
        assertThat(Matrices.of(tensor.view(3, 1, 2))).isEqualTo(matrix);
        Tensor back = Matrices.toTensor(matrix.transpose(), Precision.FLOAT32);
        assertThat(((FloatTensor) back).data()).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(back.shape()).containsExactly(2, 3);
        assertThatThrownBy(() -> Matrices.of(DoubleTensor.zeros(3)))
                .hasMessage("Matrices: expected a tensor of rank 2 or more, but was [3]");
        assertThatThrownBy(() -> Matrices.copy(matrix, DoubleTensor.zeros(2, 3)))
                .hasMessage("Matrices: expected a tensor of the size of a 3x2 matrix, but was [2, 3]");
    }

    /** The layer with the approximation of rank 2 has an error of the singular values that were left out. */
    @Test
    void aWeightIsDecomposedAndReplaced() {
        Dense dense = GradientCheck.randomized(new Dense("d", 6, 4), 3);
        Tensor weight = dense.parameters().get(0).value();
        Matrix before = Matrices.of(weight);
        Svd svd = Svd.of(before);
        Matrices.copy(LowRankApproximation.of(before, 2).matrix(), weight);
        Matrix difference = Matrices.of(weight).minus(before);
        double squares = 0;
        for (int k = 2; k < 4; k++) {
            squares += Math.pow(svd.singularValues().get(k), 2);
        }
        double norm = 0;
        for (double entry : difference.toRowMajor()) {
            norm += entry * entry;
        }
        assertThat(norm).isCloseTo(squares, within(1e-5));
        assertThat(Svd.of(Matrices.of(weight)).singularValues().get(2)).isCloseTo(0, within(1e-6));
    }

    @Test
    void activationsHavePrincipalComponents() {
        Dense dense = GradientCheck.randomized(new Dense("d", 6, 4), 3);
        Tensor x = FloatTensor.zeros(20, 6);
        x.copyFrom(GradientCheck.random(5, 1, 20, 6));
        Matrix activations = Matrices.of(dense.forward(x, false));
        Pca pca = Pca.fit(activations, 4);
        Matrix restored = pca.inverseTransform(pca.transform(activations));
        assertThat(Svd.of(restored.minus(activations)).norm()).isLessThan(1e-12);
    }
}
