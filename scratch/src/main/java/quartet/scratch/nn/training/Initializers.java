package quartet.scratch.nn.training;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Qr;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * The usual initializers. Those that depend on the size of a layer count its connections as follows:
 * <pre>{@code
 * weight [in, out]:                    fanIn = in,              fanOut = out
 * weight [out, in, height, width]:     fanIn = in height width, fanOut = out height width
 * }</pre>
 * They throw an IllegalArgumentException for a weight of another rank.
 */
public final class Initializers {
    private Initializers() {}

    /** Zeros, for biases. A network whose weights are all zero does not learn, since its units stay equal. */
    public static Initializer zeros() {
        return (weight, random) -> weight.fill(0);
    }

    /**
     * Uniform in [low, high).
     *
     * @throws IllegalArgumentException if low is not below high
     */
    public static Initializer uniform(double low, double high) {
        if (!(low < high)) {
            throw new IllegalArgumentException("uniform: expected low < high, but was " + low + " and " + high);
        }
        return (weight, random) -> fillUniform(weight, low, high, random);
    }

    /**
     * Normal with the given mean and standard deviation.
     *
     * @throws IllegalArgumentException if the deviation is not a positive number
     */
    public static Initializer normal(double mean, double deviation) {
        Require.positive("normal", "deviation", deviation);
        return (weight, random) -> fillNormal(weight, mean, deviation, random);
    }

    /**
     * Uniform in {@code +-sqrt(6 / (fanIn + fanOut))}. Source: Glorot, Bengio (2010), "Understanding the Difficulty of
     * Training Deep Feedforward Neural Networks", equation 16.
     */
    public static Initializer glorotUniform() {
        return (weight, random) -> {
            double limit = Math.sqrt(6.0 / (fanIn(weight) + fanOut(weight)));
            fillUniform(weight, -limit, limit, random);
        };
    }

    /** Normal with variance {@code 2 / (fanIn + fanOut)}, not truncated. Source: Glorot, Bengio (2010), equation 12. */
    public static Initializer glorotNormal() {
        return (weight, random) -> fillNormal(weight, 0, Math.sqrt(2.0 / (fanIn(weight) + fanOut(weight))), random);
    }

    /** Uniform in {@code +-sqrt(6 / fanIn)}, which has the variance of {@link #heNormal}. */
    public static Initializer heUniform() {
        return (weight, random) -> {
            double limit = Math.sqrt(6.0 / fanIn(weight));
            fillUniform(weight, -limit, limit, random);
        };
    }

    /**
     * Normal with variance {@code 2 / fanIn}, not truncated, for networks of rectifiers. Source: He et al. (2015), "Delving Deep
     * into Rectifiers", equation 10.
     */
    public static Initializer heNormal() {
        return (weight, random) -> fillNormal(weight, 0, Math.sqrt(2.0 / fanIn(weight)), random);
    }

    /**
     * Orthonormal columns, or rows if there are fewer of them: {@code W^T W = I} or {@code W W^T = I}. A weight of higher
     * rank is taken as a matrix [first dimension, all others]. W is the orthogonal factor of a normal matrix with the
     * signs of R's diagonal, so that every orthogonal matrix is equally likely. Source: Saxe, McClelland, Ganguli (2014),
     * "Exact Solutions to the Nonlinear Dynamics of Learning in Deep Linear Neural Networks"; Mezzadri (2007), "How to
     * Generate Random Matrices from the Classical Compact Groups", section 5.
     */
    public static Initializer orthogonal() {
        return Initializers::fillOrthogonal;
    }

    private static void fillOrthogonal(Tensor weight, RandomGenerator random) {
        if (weight.rank() < 2 || weight.size() == 0) {
            throw Shapes.mismatch("orthogonal", "a weight of rank 2 or more", weight);
        }
        int rows = weight.dimension(0);
        int columns = weight.size() / rows;
        int length = Math.max(rows, columns);
        int count = Math.min(rows, columns);
        Qr qr = Qr.of(Matrix.generate(length, count, (i, j) -> random.nextGaussian()));
        Matrix q = qr.q();
        Vector diagonal = qr.r().diagonal();
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < count; j++) {
                int index = rows > columns ? i * columns + j : j * columns + i;
                weight.set(index, Math.signum(diagonal.get(j)) * q.get(i, j));
            }
        }
    }

    private static void fillUniform(Tensor weight, double low, double high, RandomGenerator random) {
        for (int i = 0; i < weight.size(); i++) {
            weight.set(i, low + (high - low) * random.nextDouble());
        }
    }

    private static void fillNormal(Tensor weight, double mean, double deviation, RandomGenerator random) {
        for (int i = 0; i < weight.size(); i++) {
            weight.set(i, mean + deviation * random.nextGaussian());
        }
    }

    private static int fanIn(Tensor weight) {
        requireKnownFans(weight);
        return weight.rank() == 2 ? weight.dimension(0) : weight.size() / weight.dimension(0);
    }

    private static int fanOut(Tensor weight) {
        requireKnownFans(weight);
        return weight.rank() == 2 ? weight.dimension(1) : weight.size() / weight.dimension(1);
    }

    private static void requireKnownFans(Tensor weight) {
        if (weight.size() == 0 || (weight.rank() != 2 && weight.rank() != 4)) {
            throw Shapes.mismatch("Initializers", "a weight [in, out] or [out, in, height, width]", weight);
        }
    }
}
