package quartet.scratch.nn.training;

import java.util.random.RandomGenerator;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/** Random matrices with orthonormal rows or columns, by Gram and Schmidt's procedure. */
final class Orthogonal {
    private Orthogonal() {}

    static void fill(Tensor weight, RandomGenerator random) {
        if (weight.rank() < 2 || weight.size() == 0) {
            throw Shapes.mismatch("orthogonal", "a weight of rank 2 or more", weight);
        }
        int rows = weight.dimension(0);
        int columns = weight.size() / rows;
        boolean transposed = rows > columns;
        double[][] basis = basis(Math.min(rows, columns), Math.max(rows, columns), random);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                weight.set(i * columns + j, transposed ? basis[j][i] : basis[i][j]);
            }
        }
    }

    private static double[][] basis(int count, int length, RandomGenerator random) {
        double[][] basis = new double[count][length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < length; k++) {
                basis[i][k] = random.nextGaussian();
            }
            // Twice, because rounding leaves a rest of the earlier directions after the first time.
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    subtractProjection(basis[i], basis[j]);
                }
            }
            normalize(basis[i]);
        }
        return basis;
    }

    private static void subtractProjection(double[] vector, double[] direction) {
        double dot = dot(vector, direction);
        for (int k = 0; k < vector.length; k++) {
            vector[k] -= dot * direction[k];
        }
    }

    private static void normalize(double[] vector) {
        double norm = Math.sqrt(dot(vector, vector));
        for (int k = 0; k < vector.length; k++) {
            vector[k] /= norm;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
