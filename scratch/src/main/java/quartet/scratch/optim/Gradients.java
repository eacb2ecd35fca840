package quartet.scratch.optim;

import java.util.List;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Checks of gradients. Every optimizer checks all gradients before it changes anything, so that a step is performed
 * completely or not at all.
 */
final class Gradients {
    private Gradients() {}

    /**
     * Accepts gradients that are neither NaN nor infinite.
     *
     * @throws IllegalArgumentException otherwise, with the first position
     */
    static void requireFinite(String owner, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (!isFinite(parameter.gradient())) {
                throw notFinite(owner, parameter, firstNotFinite(parameter.gradient()));
            }
        }
    }

    private static boolean isFinite(Tensor gradient) {
        return gradient instanceof FloatTensor floats
                ? isFinite(floats.data(), floats.size())
                : firstNotFinite(gradient) == gradient.size();
    }

    /** The product of 0 and any number is 0, unless the number is NaN or infinite. Four sums hide the latency. */
    private static boolean isFinite(float[] data, int size) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int i = 0;
        for (; i + 3 < size; i += 4) {
            sum0 += data[i] * 0;
            sum1 += data[i + 1] * 0;
            sum2 += data[i + 2] * 0;
            sum3 += data[i + 3] * 0;
        }
        for (; i < size; i++) {
            sum0 += data[i] * 0;
        }
        return sum0 + sum1 + sum2 + sum3 == 0;
    }

    private static int firstNotFinite(Tensor gradient) {
        int i = 0;
        while (i < gradient.size() && Double.isFinite(gradient.get(i))) {
            i++;
        }
        return i;
    }

    /** Returns the exception for a gradient that is NaN or infinite. */
    static IllegalArgumentException notFinite(String owner, Parameter parameter, int i) {
        return new IllegalArgumentException(owner + ": expected finite gradients, but was "
                + parameter.gradient().get(i) + " at position " + i + " of " + parameter.name());
    }
}
