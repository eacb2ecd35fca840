package quartet.scratch.tensor;

import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;

/**
 * Conversions between tensors and the matrices of linear algebra, for example to decompose a trained weight.
 *
 * <pre>{@code Svd svd = Svd.of(Matrices.of(dense.parameters().get(0).value())); }</pre>
 */
public final class Matrices {
    private Matrices() {}

    /**
     * Returns a matrix [first dimension, all others] with the numbers of a tensor in float64. A weight [in, out] keeps
     * its shape; a filter [out, in, height, width] becomes a matrix of one row for each output channel.
     *
     * @throws IllegalArgumentException if the rank is below 2
     */
    public static Matrix of(Tensor tensor) {
        Require.notNull("Matrices", "tensor", tensor);
        if (tensor.rank() < 2) {
            throw Shapes.mismatch("Matrices", "a tensor of rank 2 or more", tensor);
        }
        int rows = tensor.dimension(0);
        int columns = IntStream.range(1, tensor.rank()).map(tensor::dimension).reduce(1, Math::multiplyExact);
        return Matrix.generate(rows, columns, (i, j) -> tensor.get(i * columns + j));
    }

    /** Returns a tensor [rows, columns] with the entries of a matrix, rounded to the given precision. */
    public static Tensor toTensor(Matrix matrix, Precision precision) {
        Require.notNull("Matrices", "matrix", matrix);
        Require.notNull("Matrices", "precision", precision);
        Tensor tensor = precision.zeros(matrix.rows(), matrix.columns());
        copy(matrix, tensor);
        return tensor;
    }

    /**
     * Overwrites a tensor with the entries of a matrix, such as a weight with its approximation of low rank.
     *
     * @throws IllegalArgumentException if the matrix is not [first dimension, all others] of the tensor
     */
    public static void copy(Matrix matrix, Tensor tensor) {
        Require.notNull("Matrices", "matrix", matrix);
        Require.notNull("Matrices", "tensor", tensor);
        boolean fits = tensor.rank() >= 2
                && tensor.dimension(0) == matrix.rows()
                && tensor.size() == (long) matrix.rows() * matrix.columns();
        if (!fits) {
            throw Shapes.mismatch("Matrices", "a tensor of the size of a " + matrix.shape() + " matrix", tensor);
        }
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, matrix.get(i / matrix.columns(), i % matrix.columns()));
        }
    }
}
