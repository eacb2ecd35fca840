package quartet.scratch.nn.convolution;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Mean of each channel over all pixels. It replaces the flattened image in front of a classifier and accepts images of
 * any size.
 * <pre>{@code y[n,c] = 1/m sum_{i,j} x[n,c,i,j];   dx[n,c,i,j] = dy[n,c] / m;   m = height width }</pre>
 * Shapes: x [batch, channels, height, width] or [batch, channels, length], y [batch, channels]. Source: Lin, Chen, Yan
 * (2014), "Network In Network", section 3.2.
 */
public final class GlobalAveragePool implements Layer {
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("GlobalAveragePool", "input", input);
        if ((input.rank() != 3 && input.rank() != 4) || input.size() == 0) {
            throw Shapes.mismatch(
                    "GlobalAveragePool", "images [batch, channels, height, width] or [batch, channels, length]", input);
        }
        this.input = input;
        output = input.reuse(output, input.dimension(0), input.dimension(1));
        int pixels = input.size() / output.size();
        for (int i = 0; i < output.size(); i++) {
            double sum = 0;
            for (int k = 0; k < pixels; k++) {
                sum += input.get(i * pixels + k);
            }
            output.set(i, sum / pixels);
        }
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("GlobalAveragePool", output, outputGradient);
        inputGradient = input.reuse(inputGradient);
        int pixels = input.size() / output.size();
        for (int i = 0; i < input.size(); i++) {
            inputGradient.set(i, outputGradient.get(i / pixels) / pixels);
        }
        return inputGradient;
    }
}
