package quartet.scratch.calculus.autodiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reverse mode automatic differentiation of matrix operations. It works like {@link Tape}, but each variable is a
 * matrix.
 * <pre>{@code forwards:   Z = op(X, Y)
 * backwards:  dX += pullback_X(dZ),  dY += pullback_Y(dZ),  starting from d output = 1}</pre>
 * dX is the derivative of a scalar output with respect to X and has the shape of X. The full derivative of a matrix by
 * a matrix would have four dimensions. Instead, each operation records its pullback, which maps the adjoint of the
 * result to the adjoints of the arguments. {@link MatrixVariable} documents the pullbacks. The class is written for
 * small matrices and for reading; network layers implement their gradients by hand.
 * Source: Giles, "An extended collection of matrix derivative results for forward and reverse mode automatic
 * differentiation" (2008); Goodfellow, Bengio, Courville (2016), section 6.5.
 */
public final class MatrixTape {

    /** Maps the adjoint of a result to its contribution to the adjoint of one argument. Both are row-major. */
    @FunctionalInterface
    interface Pullback {
        double[] apply(double[] adjoint);
    }

    record Argument(MatrixVariable variable, Pullback pullback) {}

    private final List<List<Argument>> lines = new ArrayList<>();

    /** Creates an empty tape. */
    public MatrixTape() {}

    /**
     * Records an input matrix.
     *
     * @param rows the entries, [m][n], all rows of equal length
     * @throws IllegalArgumentException if there is no entry or the rows differ in length
     */
    public MatrixVariable variable(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("MatrixTape: expected at least one entry, but was an empty matrix");
        }
        int columns = rows[0].length;
        double[] entries = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException("MatrixTape: expected rows of length " + columns + ", but row " + i
                        + " has length " + rows[i].length);
            }
            System.arraycopy(rows[i], 0, entries, i * columns, columns);
        }
        return write(rows.length, columns, entries, List.of());
    }

    /** Records an input of shape [1, 1]. */
    public MatrixVariable variable(double value) {
        return variable(new double[][] {{value}});
    }

    MatrixVariable write(int rows, int columns, double[] entries, List<Argument> arguments) {
        for (Argument argument : arguments) {
            requireOwn(argument.variable);
        }
        lines.add(arguments);
        return new MatrixVariable(this, lines.size() - 1, rows, columns, entries);
    }

    /**
     * Runs the backward pass.
     *
     * @param output a scalar, shape [1, 1]
     * @return the derivatives of the output with respect to every matrix on this tape
     * @throws IllegalArgumentException if the output is not [1, 1] or belongs to another tape
     */
    public Gradients backward(MatrixVariable output) {
        requireOwn(output);
        if (output.rows() != 1 || output.columns() != 1) {
            throw new IllegalArgumentException("MatrixTape.backward: expected a scalar output [1, 1], but was "
                    + output.shape() + "; reduce it with sum() or mean() first");
        }
        Map<Integer, double[]> adjoints = new HashMap<>();
        adjoints.put(output.index(), new double[] {1});
        for (int k = output.index(); k >= 0; k--) {
            double[] adjoint = adjoints.get(k);
            if (adjoint == null) {
                continue;
            }
            for (Argument argument : lines.get(k)) {
                double[] contribution = argument.pullback.apply(adjoint);
                adjoints.merge(argument.variable.index(), contribution, MatrixTape::sum);
            }
        }
        return new Gradients(this, adjoints);
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private void requireOwn(MatrixVariable variable) {
        if (variable.tape() != this) {
            throw new IllegalArgumentException("MatrixTape: expected a variable of this tape, but one of shape "
                    + variable.shape() + " was written on another");
        }
    }

    /** The result of a backward pass. */
    public static final class Gradients {

        private final MatrixTape tape;
        private final Map<Integer, double[]> adjoints;

        private Gradients(MatrixTape tape, Map<Integer, double[]> adjoints) {
            this.tape = tape;
            this.adjoints = adjoints;
        }

        /**
         * Returns the derivative of the output with respect to one matrix.
         *
         * @return a fresh array of the matrix's shape; zeros where the output does not depend on it
         * @throws IllegalArgumentException if the variable belongs to another tape
         */
        public double[][] of(MatrixVariable variable) {
            tape.requireOwn(variable);
            double[] adjoint =
                    adjoints.getOrDefault(variable.index(), new double[variable.rows() * variable.columns()]);
            return MatrixVariable.unflatten(adjoint, variable.rows(), variable.columns());
        }
    }
}
