package quartet.scratch.optim;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/** Gradient clipping, applied between the backward pass and the step of the optimizer. */
public final class Clipping {
    private Clipping() {}

    /**
     * Clips each element: {@code g = max(-limit, min(limit, g))}.
     * Source: Goodfellow, Bengio, Courville (2016), section 10.11.1.
     *
     * @throws IllegalArgumentException if the limit is not a positive number or a gradient is NaN
     */
    public static void byValue(List<Parameter> parameters, double limit) {
        Require.notNull("Clipping", "parameters", parameters);
        Require.positive("Clipping", "limit", limit);
        for (Parameter parameter : parameters) {
            Tensor gradient = parameter.gradient();
            for (int i = 0; i < gradient.size(); i++) {
                double g = gradient.get(i);
                if (Double.isNaN(g)) {
                    throw Gradients.notFinite("Clipping", parameter, i);
                }
                gradient.set(i, Math.max(-limit, Math.min(limit, g)));
            }
        }
    }

    /**
     * Scales all gradients by a common factor, which preserves their direction.
     * <pre>{@code norm = sqrt(sum over all parameters of g^2);   g = g limit / norm   if norm > limit }</pre>
     * Source: Pascanu, Mikolov, Bengio (2013), "On the Difficulty of Training Recurrent Neural Networks", algorithm 1.
     *
     * @return the norm before clipping
     * @throws IllegalArgumentException if the limit is not a positive number or a gradient is not finite
     */
    public static double byGlobalNorm(List<Parameter> parameters, double limit) {
        Require.notNull("Clipping", "parameters", parameters);
        Require.positive("Clipping", "limit", limit);
        Gradients.requireFinite("Clipping", parameters);
        double norm = norm(parameters);
        if (norm > limit) {
            scale(parameters, limit / norm);
        }
        return norm;
    }

    /** Divides by the largest gradient, so that no square overflows. */
    private static double norm(List<Parameter> parameters) {
        double largest = 0;
        for (Parameter parameter : parameters) {
            Tensor gradient = parameter.gradient();
            for (int i = 0; i < gradient.size(); i++) {
                largest = Math.max(largest, Math.abs(gradient.get(i)));
            }
        }
        double squares = 0;
        for (Parameter parameter : parameters) {
            Tensor gradient = parameter.gradient();
            for (int i = 0; i < gradient.size() && largest > 0; i++) {
                double ratio = gradient.get(i) / largest;
                squares += ratio * ratio;
            }
        }
        return largest * Math.sqrt(squares);
    }

    private static void scale(List<Parameter> parameters, double factor) {
        for (Parameter parameter : parameters) {
            Tensor gradient = parameter.gradient();
            for (int i = 0; i < gradient.size(); i++) {
                gradient.set(i, factor * gradient.get(i));
            }
        }
    }
}
