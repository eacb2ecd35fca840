package quartet.scratch.calculus.series;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * A truncated power series c_0 + c_1 t + ... + c_n t^n. Arithmetic drops higher powers.
 * <pre>{@code (a b)_k  = sum_{j=0..k} a_j b_{k-j}
 * (a / b)_k = (a_k - sum_{j=1..k} b_j (a/b)_{k-j}) / b_0}</pre>
 * Elementary functions follow from the differential equations that they satisfy. For example, {@code y = e^a}
 * satisfies {@code y' = a' y}. Comparing the coefficients of t^(k-1) yields k y_k = sum_{j=1..k} j a_j y_{k-j}. Thus a
 * series computes all derivatives up to order n at once, exact up to rounding. Source: Griewank and Walther (2008),
 * section 13.2, tables 13.1 and 13.2; Knuth, TAOCP volume 2 (3rd ed.), 4.7.
 */
public final class PowerSeries {

    private final double[] c;

    private PowerSeries(double[] c) {
        this.c = c;
    }

    /**
     * Returns the series with the given coefficients c_0, ..., c_n.
     *
     * @throws IllegalArgumentException if there is none or one is not finite
     */
    public static PowerSeries of(double... coefficients) {
        return new PowerSeries(
                RequireArray.point("PowerSeries.of: coefficients", coefficients).clone());
    }

    /**
     * Returns the series of the independent variable around x0: {@code x0 + t}.
     *
     * @throws IllegalArgumentException if x0 is not finite or the order is negative
     */
    public static PowerSeries variable(double x0, int order) {
        double[] c = new double[Require.atLeast("PowerSeries.variable: order", 0, order) + 1];
        c[0] = Require.finite("PowerSeries.variable: x0", x0);
        if (order > 0) {
            c[1] = 1;
        }
        return new PowerSeries(c);
    }

    /** Returns the highest power. */
    public int order() {
        return c.length - 1;
    }

    /** Returns a copy of the coefficients c_0, ..., c_n. */
    public double[] coefficients() {
        return c.clone();
    }

    /** Returns the value of the polynomial at t, computed by Horner's scheme. */
    public double evaluate(double t) {
        double value = 0;
        for (int k = order(); k >= 0; k--) {
            value = value * t + c[k];
        }
        return value;
    }

    /**
     * Returns the k-th derivative at t = 0: {@code k! c_k}.
     *
     * @throws IllegalArgumentException if k is negative or above the order
     */
    public double derivative(int k) {
        if (k < 0 || k > order()) {
            throw new IllegalArgumentException(
                    "PowerSeries.derivative: expected 0 <= k <= " + order() + ", but was " + k);
        }
        double factorial = 1;
        for (int i = 2; i <= k; i++) {
            factorial *= i;
        }
        return factorial * c[k];
    }

    /** Returns {@code a + b}. */
    public PowerSeries plus(PowerSeries other) {
        requireSameOrder(other);
        double[] sum = new double[c.length];
        Arrays.setAll(sum, k -> c[k] + other.c[k]);
        return new PowerSeries(sum);
    }

    /** Returns {@code a + s} for a number s. */
    public PowerSeries plus(double constant) {
        double[] sum = c.clone();
        sum[0] += constant;
        return new PowerSeries(sum);
    }

    /** Returns {@code a - b}. */
    public PowerSeries minus(PowerSeries other) {
        return plus(other.times(-1));
    }

    /** Returns {@code s a} for a number s. */
    public PowerSeries times(double constant) {
        double[] product = new double[c.length];
        Arrays.setAll(product, k -> constant * c[k]);
        return new PowerSeries(product);
    }

    /** Returns {@code a b}, the Cauchy product. */
    public PowerSeries times(PowerSeries other) {
        requireSameOrder(other);
        double[] product = new double[c.length];
        for (int k = 0; k < c.length; k++) {
            for (int j = 0; j <= k; j++) {
                product[k] += c[j] * other.c[k - j];
            }
        }
        return new PowerSeries(product);
    }

    /**
     * Returns {@code a / b}.
     *
     * @throws IllegalArgumentException if b_0 is 0: the quotient then has a pole, and no power series
     */
    public PowerSeries dividedBy(PowerSeries other) {
        requireSameOrder(other);
        other.requireLeading("dividedBy", "a divisor with b_0 != 0", other.c[0] != 0);
        double[] quotient = new double[c.length];
        for (int k = 0; k < c.length; k++) {
            double sum = c[k];
            for (int j = 1; j <= k; j++) {
                sum -= other.c[j] * quotient[k - j];
            }
            quotient[k] = sum / other.c[0];
        }
        return new PowerSeries(quotient);
    }

    /** Returns {@code y = e^a:   k y_k = sum_{j=1..k} j a_j y_{k-j}}. */
    public PowerSeries exp() {
        double[] y = new double[c.length];
        y[0] = Math.exp(c[0]);
        for (int k = 1; k < c.length; k++) {
            for (int j = 1; j <= k; j++) {
                y[k] += j * c[j] * y[k - j] / k;
            }
        }
        return new PowerSeries(y);
    }

    /**
     * Returns {@code y = ln a:   k a_0 y_k = k a_k - sum_{j=1..k-1} j y_j a_{k-j}}.
     *
     * @throws IllegalArgumentException if {@code a_0 <= 0}
     */
    public PowerSeries log() {
        requireLeading("log", "c_0 > 0", c[0] > 0);
        double[] y = new double[c.length];
        y[0] = Math.log(c[0]);
        for (int k = 1; k < c.length; k++) {
            double sum = c[k];
            for (int j = 1; j < k; j++) {
                sum -= j * y[j] * c[k - j] / k;
            }
            y[k] = sum / c[0];
        }
        return new PowerSeries(y);
    }

    /**
     * Returns {@code y = a^p for a constant p:   k a_0 y_k = sum_{j=1..k} (p j - (k - j)) a_j y_{k-j}}.
     *
     * @throws IllegalArgumentException if {@code a_0 <= 0}
     */
    public PowerSeries power(double exponent) {
        requireLeading("power", "c_0 > 0", c[0] > 0);
        double[] y = new double[c.length];
        y[0] = Math.pow(c[0], exponent);
        for (int k = 1; k < c.length; k++) {
            double sum = 0;
            for (int j = 1; j <= k; j++) {
                sum += (exponent * j - (k - j)) * c[j] * y[k - j];
            }
            y[k] = sum / (k * c[0]);
        }
        return new PowerSeries(y);
    }

    /** Returns {@code sqrt(a) = a^(1/2)}; needs a_0 > 0. */
    public PowerSeries sqrt() {
        return power(0.5);
    }

    /** Returns {@code s = sin a:   k s_k = sum_{j=1..k} j a_j (cos a)_{k-j}}. */
    public PowerSeries sin() {
        return new PowerSeries(sineAndCosine()[0]);
    }

    /** Returns {@code w = cos a:   k w_k = -sum_{j=1..k} j a_j (sin a)_{k-j}}. */
    public PowerSeries cos() {
        return new PowerSeries(sineAndCosine()[1]);
    }

    /** Returns {@code y = tanh a:   y' = (1 - y^2) a'}, with the square's coefficients computed along the way. */
    public PowerSeries tanh() {
        double[] y = new double[c.length];
        double[] slope = new double[c.length];
        y[0] = Math.tanh(c[0]);
        slope[0] = 1 - y[0] * y[0];
        for (int k = 1; k < c.length; k++) {
            for (int j = 1; j <= k; j++) {
                y[k] += j * c[j] * slope[k - j] / k;
            }
            for (int j = 0; j <= k; j++) {
                slope[k] -= y[j] * y[k - j];
            }
        }
        return new PowerSeries(y);
    }

    private double[][] sineAndCosine() {
        double[] sine = new double[c.length];
        double[] cosine = new double[c.length];
        sine[0] = Math.sin(c[0]);
        cosine[0] = Math.cos(c[0]);
        for (int k = 1; k < c.length; k++) {
            for (int j = 1; j <= k; j++) {
                sine[k] += j * c[j] * cosine[k - j] / k;
                cosine[k] -= j * c[j] * sine[k - j] / k;
            }
        }
        return new double[][] {sine, cosine};
    }

    private void requireSameOrder(PowerSeries other) {
        if (other.order() != order()) {
            throw new IllegalArgumentException(
                    "PowerSeries: expected a series of order " + order() + ", but was " + other.order());
        }
    }

    private void requireLeading(String operation, String expected, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "PowerSeries." + operation + ": expected " + expected + ", but was " + c[0]);
        }
    }

    @Override
    public String toString() {
        return "PowerSeries" + Arrays.toString(c);
    }
}
