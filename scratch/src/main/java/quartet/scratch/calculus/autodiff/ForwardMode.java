package quartet.scratch.calculus.autodiff;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Exact derivatives by forward mode. The function is written in {@link Dual} or {@link HyperDual} arithmetic and
 * evaluated once for each direction.
 * <pre>{@code run with x + v e:   f(x) + (J v) e}</pre>
 * One evaluation yields one column of the Jacobian, or any product J v. Therefore forward mode suits functions with few
 * inputs and many outputs. {@link ReverseMode} suits many inputs and one output, such as a loss.
 * Source: Griewank and Walther (2008), section 3.1; for the Hessian Fike and Alonso (2011).
 */
public final class ForwardMode {

    private ForwardMode() {}

    /**
     * Returns the derivative of a function of one variable.
     *
     * @throws IllegalArgumentException if x is not finite
     */
    public static double derivative(UnaryOperator<Dual> f, double x) {
        Require.finite("ForwardMode.derivative: x", x);
        return f.apply(Dual.variable(x)).derivative();
    }

    /**
     * Returns the gradient, computed in n evaluations.
     *
     * @param x the point, [n]
     * @return df/dx, [n]
     * @throws IllegalArgumentException if x is empty or not finite
     */
    public static double[] gradient(Function<Dual[], Dual> f, double[] x) {
        return jacobian(inputs -> new Dual[] {f.apply(inputs)}, x)[0];
    }

    /**
     * Returns the product J v of the Jacobian and a direction, computed in one evaluation without forming J.
     *
     * @param f maps [n] to [m]
     * @param x the point, [n]
     * @param direction v, [n]
     * @return J v, [m]
     * @throws IllegalArgumentException if x is empty or not finite, or v has another length
     */
    public static double[] jacobianVectorProduct(Function<Dual[], Dual[]> f, double[] x, double[] direction) {
        RequireArray.point("ForwardMode.jacobianVectorProduct: x", x);
        if (direction.length != x.length) {
            throw new IllegalArgumentException("ForwardMode.jacobianVectorProduct: expected a direction of length "
                    + x.length + ", but was " + direction.length);
        }
        Dual[] inputs = new Dual[x.length];
        for (int j = 0; j < x.length; j++) {
            inputs[j] = new Dual(x[j], direction[j]);
        }
        Dual[] outputs = f.apply(inputs);
        double[] product = new double[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            product[i] = outputs[i].derivative();
        }
        return product;
    }

    /**
     * Returns the Jacobian, computed column by column in n evaluations.
     *
     * @param f maps [n] to [m]
     * @param x the point, [n]
     * @return J[i][j] = df_i/dx_j, [m][n]
     * @throws IllegalArgumentException if x is empty or not finite
     */
    public static double[][] jacobian(Function<Dual[], Dual[]> f, double[] x) {
        RequireArray.point("ForwardMode.jacobian: x", x);
        double[][] columns = new double[x.length][];
        for (int j = 0; j < x.length; j++) {
            double[] unit = new double[x.length];
            unit[j] = 1;
            columns[j] = jacobianVectorProduct(f, x, unit);
        }
        double[][] jacobian = new double[columns[0].length][x.length];
        for (int i = 0; i < jacobian.length; i++) {
            for (int j = 0; j < x.length; j++) {
                jacobian[i][j] = columns[j][i];
            }
        }
        return jacobian;
    }

    /**
     * Returns the Hessian, computed with hyper-dual numbers in n (n + 1) / 2 evaluations. The result is exactly
     * symmetric.
     *
     * @param x the point, [n]
     * @return second derivatives, [n][n]
     * @throws IllegalArgumentException if x is empty or not finite
     */
    public static double[][] hessian(Function<HyperDual[], HyperDual> f, double[] x) {
        RequireArray.point("ForwardMode.hessian: x", x);
        double[][] hessian = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                HyperDual[] inputs = new HyperDual[x.length];
                for (int k = 0; k < x.length; k++) {
                    inputs[k] = new HyperDual(x[k], k == i ? 1 : 0, k == j ? 1 : 0, 0);
                }
                hessian[i][j] = f.apply(inputs).mixed();
                hessian[j][i] = hessian[i][j];
            }
        }
        return hessian;
    }
}
