package quartet.scratch.calculus.autodiff;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import quartet.scratch.calculus.autodiff.MatrixTape.Argument;

/**
 * Elementwise operations on two matrices. A dimension of size 1 is broadcast to the size of the other matrix.
 * <pre>{@code Z_ij = f(x, y),  x = X_ij or X_0j or X_i0,  y likewise
 * dX_.. = sum over all (i, j) that read the entry of dZ_ij df/dx(x, y)}</pre>
 */
final class Broadcast {

    private Broadcast() {}

    static MatrixVariable apply(
            String operation,
            MatrixVariable left,
            MatrixVariable right,
            DoubleBinaryOperator f,
            DoubleBinaryOperator byLeft,
            DoubleBinaryOperator byRight) {
        int rows = common(operation, left, right, left.rows(), right.rows());
        int columns = common(operation, left, right, left.columns(), right.columns());
        double[] result = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[i * columns + j] = f.applyAsDouble(left.entry(i, j), right.entry(i, j));
            }
        }
        Argument first = new Argument(left, adjoint -> pullback(left, left, right, byLeft, adjoint, rows, columns));
        Argument second = new Argument(right, adjoint -> pullback(right, left, right, byRight, adjoint, rows, columns));
        return left.tape().write(rows, columns, result, List.of(first, second));
    }

    private static double[] pullback(
            MatrixVariable target,
            MatrixVariable left,
            MatrixVariable right,
            DoubleBinaryOperator partial,
            double[] adjoint,
            int rows,
            int columns) {
        double[] result = new double[target.rows() * target.columns()];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int row = target.rows() == 1 ? 0 : i;
                int column = target.columns() == 1 ? 0 : j;
                result[row * target.columns() + column] +=
                        adjoint[i * columns + j] * partial.applyAsDouble(left.entry(i, j), right.entry(i, j));
            }
        }
        return result;
    }

    private static int common(String operation, MatrixVariable left, MatrixVariable right, int a, int b) {
        if (a != b && a != 1 && b != 1) {
            throw new IllegalArgumentException(
                    "MatrixVariable." + operation + ": expected shapes that are equal or 1 in"
                            + " each dimension, but was " + left.shape() + " and " + right.shape());
        }
        return Math.max(a, b);
    }
}
