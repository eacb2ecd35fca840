package quartet.scratch.calculus.integral;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;
import quartet.scratch.calculus.Estimate;

/**
 * Adaptive integration with the Gauss-Kronrod pair (G7, K15).
 * <pre>{@code K15 = h sum_i w_i f(c + h x_i)    15 nodes, exact up to degree 22
 * G7  = h sum_i v_i f(c + h x_i)    7 of the same nodes, exact up to degree 13
 * error estimate = |K15 - G7| + 4 eps h sum_i w_i |f(c + h x_i)|}</pre>
 * The algorithm bisects the interval with the largest error estimate until the sum of all estimates is within the
 * tolerance. The difference |K15 - G7| is the error of the less accurate rule G7, so the actual error is usually much
 * smaller than the estimate. QUADPACK scales the estimate down by an empirical formula; this class does not. The end
 * points are never evaluated, so integrable singularities are allowed there.
 * Source: Kronrod (1965); Piessens et al., QUADPACK (1983), routine QAG; nodes and weights from its QK15.
 */
public final class GaussKronrod {

    private static final double[] NODES = {
        0.9914553711208126, 0.9491079123427585,
        0.8648644233597691, 0.7415311855993945,
        0.5860872354676911, 0.4058451513773972,
        0.20778495500789848, 0
    };
    private static final double[] KRONROD_WEIGHTS = {
        0.022935322010529224, 0.06309209262997856,
        0.10479001032225019, 0.14065325971552592,
        0.1690047266392679, 0.19035057806478542,
        0.20443294007529889, 0.20948214108472782
    };
    /** The Gauss nodes are every second Kronrod node: indices 1, 3, 5, 7. */
    private static final double[] GAUSS_WEIGHTS = {
        0.1294849661688697, 0.27970539148927664,
        0.3818300505051189, 0.4179591836734694
    };

    /** The rounding error of a weighted sum of 15 values is a few units of its largest partial sums. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private static final int MAXIMUM_INTERVALS = 1_000;

    private record Piece(double lower, double upper, double value, double error) {}

    private GaussKronrod() {}

    /**
     * Returns the integral of f over a finite interval.
     *
     * @param absoluteTolerance the accepted absolute error, >= 0
     * @param relativeTolerance the accepted relative error, >= 0; one of the two tolerances must be met
     * @return the integral and the error estimate, which exceeds the tolerance if 1000 intervals do not suffice or
     *     rounding prevents convergence
     * @throws IllegalArgumentException if the ends are not finite with {@code lower < upper}, if no tolerance is
     *     positive, or if f is not finite at some node
     */
    public static Estimate integrate(
            DoubleUnaryOperator f, double lower, double upper, double absoluteTolerance, double relativeTolerance) {
        return integrate(f, lower, upper, 1, absoluteTolerance, relativeTolerance);
    }

    /** Integrates like the public method, but starts with the given number of equal pieces. */
    static Estimate integrate(
            DoubleUnaryOperator f,
            double lower,
            double upper,
            int initialPieces,
            double absoluteTolerance,
            double relativeTolerance) {
        Require.interval("GaussKronrod.integrate", lower, upper);
        if (!(absoluteTolerance >= 0) || !(relativeTolerance >= 0) || absoluteTolerance + relativeTolerance == 0) {
            throw new IllegalArgumentException("GaussKronrod.integrate: expected tolerances >= 0, one of them > 0, but"
                    + " was " + absoluteTolerance + " and " + relativeTolerance);
        }
        PriorityQueue<Piece> pieces =
                new PriorityQueue<>(Comparator.comparingDouble(Piece::error).reversed());
        for (int i = 0; i < initialPieces; i++) {
            double width = (upper - lower) / initialPieces;
            pieces.add(piece(f, lower + i * width, i + 1 == initialPieces ? upper : lower + (i + 1) * width));
        }
        while (true) {
            double value = pieces.stream().mapToDouble(Piece::value).sum();
            double error = pieces.stream().mapToDouble(Piece::error).sum();
            boolean reached = error <= Math.max(absoluteTolerance, relativeTolerance * Math.abs(value));
            if (reached || pieces.size() >= MAXIMUM_INTERVALS) {
                return new Estimate(value, error);
            }
            Piece worst = pieces.remove();
            double middle = worst.lower + (worst.upper - worst.lower) / 2;
            if (middle <= worst.lower || middle >= worst.upper) {
                return new Estimate(value, error);
            }
            pieces.add(piece(f, worst.lower, middle));
            pieces.add(piece(f, middle, worst.upper));
        }
    }

    private static Piece piece(DoubleUnaryOperator f, double lower, double upper) {
        double center = lower + (upper - lower) / 2;
        double half = (upper - lower) / 2;
        double kronrod = 0;
        double gauss = 0;
        double absolute = 0;
        for (int i = 0; i < NODES.length; i++) {
            double offset = half * NODES[i];
            double right = at(f, center + offset);
            double left = i < NODES.length - 1 ? at(f, center - offset) : 0;
            double values = right + left;
            absolute += KRONROD_WEIGHTS[i] * (Math.abs(right) + Math.abs(left));
            kronrod += KRONROD_WEIGHTS[i] * values;
            if (i % 2 == 1) {
                gauss += GAUSS_WEIGHTS[i / 2] * values;
            }
        }
        double error = Math.abs(kronrod - gauss) + ROUNDING * absolute;
        return new Piece(lower, upper, half * kronrod, half * error);
    }

    private static double at(DoubleUnaryOperator f, double x) {
        return Require.finite("GaussKronrod.integrate: f at " + x, f.applyAsDouble(x));
    }
}
