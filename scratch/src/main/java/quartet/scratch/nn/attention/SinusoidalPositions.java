package quartet.scratch.nn.attention;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Adds to each step a fixed code of its position, because attention itself does not depend on the order of the steps.
 * <pre>{@code
 * y[n,t,2i] = x[n,t,2i] + sin(t / 10000^(2i / features));   y[n,t,2i+1] = x[n,t,2i+1] + cos(t / 10000^(2i / features))
 * dx = dy
 * }</pre>
 * Positions t are counted from 0. Shapes: [batch, time, features]. Source: Vaswani et al. (2017), "Attention Is All You
 * Need", section 3.5.
 */
public final class SinusoidalPositions implements Layer {
    private static final double LONGEST_WAVE = 10_000;

    private Tensor output = Tensor.none();

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("SinusoidalPositions", "input", input);
        if (input.rank() != 3) {
            throw Shapes.mismatch("SinusoidalPositions", "input [batch, time, features]", input);
        }
        output = input.reuse(output);
        int time = input.dimension(1);
        int features = input.dimension(2);
        for (int t = 0; t < time; t++) {
            for (int j = 0; j < features; j++) {
                double code = code(t, j, features);
                for (int n = 0; n < input.dimension(0); n++) {
                    int i = (n * time + t) * features + j;
                    output.set(i, input.get(i) + code);
                }
            }
        }
        return output;
    }

    /** Returns the number that is added to feature j at position t. */
    public static double code(int t, int j, int features) {
        double angle = t / Math.pow(LONGEST_WAVE, (j - j % 2) / (double) features);
        return j % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("SinusoidalPositions", output, outputGradient);
        return outputGradient;
    }
}
