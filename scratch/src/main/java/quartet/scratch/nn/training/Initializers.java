package quartet.scratch.nn.training;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Qr;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * The usual initializers (Factory). Those that depend on the size of a layer count its connections as follows:
 * <pre>{@code
 * weight [in, out]:                    fanIn = in,              fanOut = out
 * weight [out, in, height, width]:     fanIn = in height width, fanOut = out height width; 1-D: without the width
 * lookup table [rows, dimension]:      fanIn = fanOut = dimension
 * }</pre>
 * The output of a lookup is one row of the table, not a sum over its rows. The number of rows, such as the size of a
 * vocabulary, therefore does not affect the variance. These initializers throw IllegalArgumentException for a weight
 * of rank below 2.
 */
public final class Initializers {
    private Initializers() {}

    /** Returns zeros, for biases. A network whose weights are all zero does not learn, because its units stay equal. */
    public static Initializer zeros() {
        return (weight, random) -> weight.fill(0);
    }

    /**
     * Returns a uniform initializer in [low, high).
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
     * Returns a normal initializer with the given mean and standard deviation.
     *
     * @throws IllegalArgumentException if the deviation is not a positive number
     */
    public static Initializer normal(double mean, double deviation) {
        Require.positive("normal", "deviation", deviation);
        return (weight, random) -> fillNormal(weight, mean, deviation, random);
    }

    /**
     * Returns a uniform initializer in {@code +-sqrt(6 / (fanIn + fanOut))}. Source: Glorot, Bengio (2010),
     * "Understanding the Difficulty of Training Deep Feedforward Neural Networks", equation 16.
     */
    public static Initializer glorotUniform() {
        return new ByFans(fans -> 2.0 / (fans.in() + fans.out()), Initializers::fillUniform);
    }

    /**
     * Returns a normal initializer with variance {@code 2 / (fanIn + fanOut)}, not truncated. Source: Glorot, Bengio
     * (2010), equation 12.
     */
    public static Initializer glorotNormal() {
        return new ByFans(fans -> 2.0 / (fans.in() + fans.out()), Initializers::fillNormal);
    }

    /** Returns a uniform initializer in {@code +-sqrt(6 / fanIn)}, which has the variance of {@link #heNormal}. */
    public static Initializer heUniform() {
        return new ByFans(fans -> 2.0 / fans.in(), Initializers::fillUniform);
    }

    /**
     * Returns a normal initializer with variance {@code 2 / fanIn}, not truncated, for networks of rectifiers. Source:
     * He et al. (2015), "Delving Deep into Rectifiers", equation 10.
     */
    public static Initializer heNormal() {
        return new ByFans(fans -> 2.0 / fans.in(), Initializers::fillNormal);
    }

    /**
     * Returns an initializer with orthonormal columns, or rows if there are fewer of them: {@code W^T W = I} or {@code
     * W W^T = I}. A weight of higher rank is treated as a matrix [first dimension, all others]. W is the orthogonal
     * factor of a normal matrix with the signs of R's diagonal, so that every orthogonal matrix is equally likely.
     * Source: Saxe, McClelland, Ganguli (2014), "Exact Solutions to the Nonlinear Dynamics of Learning in Deep Linear
     * Neural Networks"; Mezzadri (2007), "How to Generate Random Matrices from the Classical Compact Groups", section
     * 5.
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

    /** Fills a weight from the uniform distribution around zero with the given variance. */
    private static void fillUniform(Tensor weight, double variance, RandomGenerator random) {
        double limit = Math.sqrt(3 * variance);
        fillUniform(weight, -limit, limit, random);
    }

    private static void fillNormal(Tensor weight, double variance, RandomGenerator random) {
        fillNormal(weight, 0, Math.sqrt(variance), random);
    }

    private static void fillNormal(Tensor weight, double mean, double deviation, RandomGenerator random) {
        for (int i = 0; i < weight.size(); i++) {
            weight.set(i, mean + deviation * random.nextGaussian());
        }
    }

    /** Fills a tensor with independent numbers of mean zero. */
    private interface Draw {
        void fill(Tensor weight, double variance, RandomGenerator random);
    }

    /** A distribution whose variance depends on the connections of the layer. */
    private record ByFans(ToDoubleFunction<Fans> variance, Draw draw) implements Initializer {
        @Override
        public void fill(Tensor weight, RandomGenerator random) {
            draw.fill(weight, variance.applyAsDouble(Fans.of(weight)), random);
        }

        @Override
        public void fillTable(Tensor table, RandomGenerator random) {
            draw.fill(table, variance.applyAsDouble(Fans.ofTable(table)), random);
        }
    }

    /** The connections of a layer: of each output to inputs, and of each input to outputs. */
    private record Fans(int in, int out) {
        static Fans of(Tensor weight) {
            if (weight.size() == 0 || weight.rank() < 2) {
                throw Shapes.mismatch("Initializers", "a weight [in, out] or [out, in, height, width]", weight);
            }
            int first = weight.size() / weight.dimension(0);
            int second = weight.size() / weight.dimension(1);
            return weight.rank() == 2 ? new Fans(second, first) : new Fans(first, second);
        }

        static Fans ofTable(Tensor table) {
            if (table.size() == 0 || table.rank() != 2) {
                throw Shapes.mismatch("Initializers", "a table [rows, dimension]", table);
            }
            return new Fans(table.dimension(1), table.dimension(1));
        }
    }
}
