package quartet.scratch.optim;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Parameter;
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
        Require.notNull(owner, "parameters", parameters);
        Kernels kernels = Backend.standard().kernels();
        for (Parameter parameter : parameters) {
            if (!kernels.isFinite(parameter.gradient())) {
                throw notFinite(owner, parameter, firstNotFinite(parameter.gradient()));
            }
        }
    }

    private static int firstNotFinite(Tensor gradient) {
        int i = 0;
        while (Double.isFinite(gradient.get(i))) {
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
