package quartet.scratch.nn.activation;

import quartet.scratch.argument.Require;

/**
 * Leaky rectified linear unit: a rectifier with a small slope for negative inputs.
 * <pre>{@code y = x where x > 0, else slope x;   dx = dy where x > 0, else slope dy }</pre>
 * Any shape. Source: Maas, Hannun, Ng (2013), "Rectifier Nonlinearities Improve Neural Network Acoustic Models", where
 * the slope is 0.01.
 */
public final class LeakyRelu extends ElementwiseLayer {
    private final double slope;

    /** Creates a layer with the slope 0.01. */
    public LeakyRelu() {
        this(0.01);
    }

    /**
     * Creates a layer with the given slope for negative inputs.
     *
     * @throws IllegalArgumentException if the slope is not in [0, 1)
     */
    public LeakyRelu(double slope) {
        this.slope = Require.decay("LeakyRelu", "slope", slope);
    }

    @Override
    public double value(double x) {
        return x > 0 ? x : slope * x;
    }

    @Override
    public double derivative(double x, double y) {
        return x > 0 ? 1 : slope;
    }
}
