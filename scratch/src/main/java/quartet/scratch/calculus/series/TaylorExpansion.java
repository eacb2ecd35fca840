package quartet.scratch.calculus.series;

import java.util.function.UnaryOperator;

/**
 * The Taylor polynomial of a function that is written in {@link PowerSeries} arithmetic.
 * <pre>{@code f(x0 + t) = sum_{k=0..n} f^(k)(x0) / k! t^k + R,   R = f^(n+1)(xi) / (n+1)! t^(n+1)}</pre>
 * xi lies between x0 and x0 + t (Lagrange form of the remainder).
 * Source: Apostol, Calculus volume 1 (2nd ed., 1967), sections 7.5 to 7.7.
 */
public final class TaylorExpansion {

    private TaylorExpansion() {}

    /**
     * Expands f around x0.
     *
     * @param f the function, for example {@code x -> x.sin().times(x.exp())}
     * @param order the highest power n, >= 0
     * @return the polynomial in t = x - x0
     * @throws IllegalArgumentException if x0 is not finite, the order is negative, or f has no power series at x0
     */
    public static PowerSeries of(UnaryOperator<PowerSeries> f, double x0, int order) {
        return f.apply(PowerSeries.variable(x0, order));
    }
}
