package quartet.scratch.nn.sequence;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Mean over the steps of a sequence that are not padding. It connects attention to a classifier.
 * <pre>{@code y_n = 1/|T_n| sum_{t in T_n} x_nt;   dx_nt = dy_n / |T_n| for t in T_n, else 0 }</pre>
 * T_n are the steps that the mask does not hide; y_n is 0 if it hides all. Shapes: x [batch, time, features], y [batch,
 * features].
 */
public final class MeanOverSteps implements Layer {
    private final StepMask mask;
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();
    /** The weight of each step: 1/|T_n|, or 0 for padding. */
    private double[] weights = new double[0];

    /** Creates a mean over all steps. */
    public MeanOverSteps() {
        this(StepMask.none());
    }

    /** Creates a mean over the steps that the mask does not hide. */
    public MeanOverSteps(StepMask mask) {
        Require.notNull("MeanOverSteps", "mask", mask);
        this.mask = mask;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("MeanOverSteps", "input", input);
        if (input.rank() != 3 || input.dimension(1) == 0) {
            throw Shapes.mismatch("MeanOverSteps", "input [batch, time >= 1, features]", input);
        }
        this.input = input;
        weights = weights(input.dimension(0), input.dimension(1));
        int width = input.dimension(2);
        output = input.reuse(output, input.dimension(0), width);
        for (int n = 0; n < output.dimension(0); n++) {
            for (int j = 0; j < width; j++) {
                double sum = 0;
                for (int t = 0; t < input.dimension(1); t++) {
                    int step = n * input.dimension(1) + t;
                    // An infinite number in padding would become NaN in a product with its weight of zero.
                    sum += weights[step] == 0 ? 0 : weights[step] * input.get(step * width + j);
                }
                output.set(n * width + j, sum);
            }
        }
        return output;
    }

    private double[] weights(int batch, int time) {
        double[] result = new double[batch * time];
        for (int n = 0; n < batch; n++) {
            int count = 0;
            for (int t = 0; t < time; t++) {
                count += mask.hides(n, t) ? 0 : 1;
            }
            for (int t = 0; t < time; t++) {
                result[n * time + t] = mask.hides(n, t) ? 0 : 1.0 / count;
            }
        }
        return result;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("MeanOverSteps", output, outputGradient);
        inputGradient = input.reuse(inputGradient);
        int time = input.dimension(1);
        int width = input.dimension(2);
        for (int i = 0; i < input.size(); i++) {
            int step = i / width;
            inputGradient.set(i, weights[step] * outputGradient.get(step / time * width + i % width));
        }
        return inputGradient;
    }
}
