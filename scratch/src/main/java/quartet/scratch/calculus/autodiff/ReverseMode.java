package quartet.scratch.calculus.autodiff;

import java.util.function.Function;
import quartet.scratch.argument.RequireArray;

/**
 * Exact derivatives by reverse mode. The function is recorded on a {@link Tape} once, and each backward pass yields one
 * row of the Jacobian.
 * <pre>{@code one backward pass:   u^T J      (for a scalar function with u = 1: the whole gradient)}</pre>
 * The cost of a gradient is a small multiple of the cost of one evaluation, independent of the number of inputs.
 * Source: Griewank and Walther (2008), section 3.2, and section 4.4 for the "cheap gradient principle".
 */
public final class ReverseMode {

    private ReverseMode() {}

    /**
     * Returns the gradient, computed in one forward and one backward pass.
     *
     * @param x the point, [n]
     * @return df/dx, [n]
     * @throws IllegalArgumentException if x is empty or not finite
     */
    public static double[] gradient(Function<Variable[], Variable> f, double[] x) {
        return jacobian(inputs -> new Variable[] {f.apply(inputs)}, x)[0];
    }

    /**
     * Returns the Jacobian, computed row by row in one forward and m backward passes.
     *
     * @param f maps [n] to [m]
     * @param x the point, [n]
     * @return J[i][j] = df_i/dx_j, [m][n]
     * @throws IllegalArgumentException if x is empty or not finite
     */
    public static double[][] jacobian(Function<Variable[], Variable[]> f, double[] x) {
        RequireArray.point("ReverseMode: x", x);
        Tape tape = new Tape();
        Variable[] inputs = tape.variables(x);
        Variable[] outputs = f.apply(inputs);
        double[][] jacobian = new double[outputs.length][];
        for (int i = 0; i < outputs.length; i++) {
            jacobian[i] = tape.gradient(outputs[i], inputs);
        }
        return jacobian;
    }
}
