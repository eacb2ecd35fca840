package quartet.scratch.calculus.minimization;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import quartet.scratch.argument.Require;

/**
 * The limited-memory BFGS method. It approximates the inverse Hessian from the last few steps, in memory proportional
 * to n.
 * <pre>{@code
 * s_k = x_{k+1} - x_k;   y_k = grad f(x_{k+1}) - grad f(x_k);   rho_k = 1 / (s_k . y_k)
 * d_k = -H_k grad f(x_k), where H_k is BFGS's inverse Hessian from the last pairs (s, y), by two loops:
 *   q = grad;   newest to oldest:  alpha_i = rho_i (s_i . q),  q = q - alpha_i y_i
 *   r = (s . y) / (y . y) q of the newest pair;   oldest to newest:  r = r + s_i (alpha_i - rho_i (y_i . r))
 * x_{k+1} = x_k + t_k d_k,   t_k by the strong Wolfe conditions, from 1
 * }</pre>
 * Source: Nocedal, Wright (2006), algorithms 7.4 and 7.5, with c1 = 1e-4 and c2 = 0.9. The first direction is
 * {@code -grad / |grad|}.
 */
public final class Lbfgs {
    private static final WolfeLineSearch LINE_SEARCH = new WolfeLineSearch(1e-4, 0.9);

    private final int memory;
    private final double tolerance;
    private final int maximumIterations;

    /** Creates a minimizer with a memory of ten pairs. */
    public Lbfgs(double tolerance, int maximumIterations) {
        this(10, tolerance, maximumIterations);
    }

    /**
     * Creates a minimizer that stops when no partial derivative exceeds the tolerance.
     *
     * @param memory the number of pairs (s, y) to keep
     * @throws IllegalArgumentException if an argument is not positive
     */
    public Lbfgs(int memory, double tolerance, int maximumIterations) {
        Require.positive("Lbfgs", "memory", memory);
        Require.positive("Lbfgs", "maximumIterations", maximumIterations);
        this.memory = memory;
        this.tolerance = Require.positive("Lbfgs", "tolerance", tolerance);
        this.maximumIterations = maximumIterations;
    }

    /**
     * Minimizes the objective from a start.
     *
     * @throws IllegalArgumentException if the gradient is not finite or its length differs from that of the start
     */
    public Minimum minimize(Objective objective, double[] start) {
        History history = new History();
        return new LineSearchMethod(objective, tolerance, maximumIterations)
                .minimize(
                        start, history::direction, (phi, derivative, slope) -> LINE_SEARCH.search(phi, derivative, 1));
    }

    /** The step s and the change of the gradient y of one iteration. The first loop stores alpha for the second. */
    private static final class Pair {
        private final double[] s;
        private final double[] y;
        private final double curvature;
        private double alpha;

        private Pair(double[] s, double[] y) {
            this.s = s;
            this.y = y;
            this.curvature = Vectors.dot(s, y);
        }
    }

    /** The most recent pairs of one minimization, newest first. */
    private final class History {
        private final Deque<Pair> pairs = new ArrayDeque<>();
        private double[] lastX = new double[0];
        private double[] lastGradient = new double[0];

        private double[] direction(double[] x, double[] gradient) {
            if (lastX.length > 0) {
                remember(new Pair(Vectors.plus(x, -1, lastX), Vectors.plus(gradient, -1, lastGradient)));
            }
            lastX = x;
            lastGradient = gradient;
            if (pairs.isEmpty()) {
                return Vectors.times(-1 / Math.sqrt(Vectors.dot(gradient, gradient)), gradient);
            }
            return Vectors.times(-1, inverseHessianTimes(gradient));
        }

        private void remember(Pair pair) {
            // The Wolfe conditions imply positive curvature, but rounding can violate it. Such a pair is dropped.
            if (pair.curvature <= 0) {
                return;
            }
            pairs.addFirst(pair);
            if (pairs.size() > memory) {
                pairs.removeLast();
            }
        }

        private double[] inverseHessianTimes(double[] gradient) {
            double[] q = gradient;
            for (Pair pair : pairs) {
                pair.alpha = Vectors.dot(pair.s, q) / pair.curvature;
                q = Vectors.plus(q, -pair.alpha, pair.y);
            }
            Pair newest = pairs.getFirst();
            double[] r = Vectors.times(newest.curvature / Vectors.dot(newest.y, newest.y), q);
            for (Iterator<Pair> oldestFirst = pairs.descendingIterator(); oldestFirst.hasNext(); ) {
                Pair pair = oldestFirst.next();
                double beta = Vectors.dot(pair.y, r) / pair.curvature;
                r = Vectors.plus(r, pair.alpha - beta, pair.s);
            }
            return r;
        }
    }
}
