package quartet.scratch.calculus.autodiff;

import java.util.function.Function;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * The product of a Hessian and a vector, without the Hessian: forward mode over reverse mode.
 * <pre>{@code grad f(x + v e) = grad f(x) + (H v) e,   e^2 = 0}</pre>
 * The gradient is computed in reverse mode with dual numbers. The cost is a small multiple of that of f, independent of n,
 * while the Hessian needs n (n + 1) / 2 evaluations ({@link ForwardMode#hessian}). With {@link
 * quartet.scratch.linalg.krylov.Lanczos} it yields the largest curvature of a loss, with {@link
 * quartet.scratch.linalg.krylov.ConjugateGradient} a Newton step.
 * Source: Pearlmutter (1994), "Fast Exact Multiplication by the Hessian"; Griewank and Walther (2008), section 5.1.
 *
 * @param value f(x)
 * @param gradient grad f(x) [n]
 * @param product H v [n]
 */
public record HessianVectorProduct(double value, double[] gradient, double[] product) {

    /** Rejects null. */
    public HessianVectorProduct {
        Require.notNull("HessianVectorProduct", "gradient", gradient);
        Require.notNull("HessianVectorProduct", "product", product);
    }

    /**
     * Evaluates f once and runs one backward pass.
     *
     * @param x the point [n]
     * @param v the direction [n]
     * @throws IllegalArgumentException if x is empty, a number is not finite or v has another length
     */
    public static HessianVectorProduct of(Function<DualVariable[], DualVariable> f, double[] x, double[] v) {
        RequireArray.point("HessianVectorProduct: x", x);
        RequireArray.row("HessianVectorProduct: v", x.length, v);
        DualTape tape = new DualTape();
        DualVariable[] inputs = new DualVariable[x.length];
        for (int i = 0; i < x.length; i++) {
            inputs[i] = tape.input(new Dual(x[i], v[i]));
        }
        DualVariable output = f.apply(inputs);
        Dual[] adjoints = tape.adjoints(output);
        double[] gradient = new double[x.length];
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = adjoints[i].value();
            product[i] = adjoints[i].derivative();
        }
        return new HessianVectorProduct(output.value(), gradient, product);
    }
}
