package quartet.scratch.nn.loss;

import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.tensor.Tensor;

/**
 * Mean squared error over all elements.
 * <pre>{@code L = 1/n sum_i (p_i - t_i)^2;   dp_i = 2 (p_i - t_i) / n }</pre>
 * Shapes: prediction and target have the same shape, mostly [batch, 1]; n counts elements. Source: Goodfellow, Bengio,
 * Courville (2016), section 5.1.4.
 */
public final class MeanSquaredError implements Loss<Tensor> {
    private final Kernels kernels;
    private Tensor gradient = Tensor.none();

    /** Creates a loss on the standard backend. */
    public MeanSquaredError() {
        this(Backend.standard());
    }

    /** Creates a loss on the given backend. */
    public MeanSquaredError(Backend backend) {
        Require.notNull("MeanSquaredError", "backend", backend);
        this.kernels = backend.kernels();
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        Require.notNull("MeanSquaredError", "prediction", prediction);
        Require.notNull("MeanSquaredError", "target", target);
        Losses.requireSameShape("MeanSquaredError", prediction, target);
        gradient = prediction.reuse(gradient);
        double loss = kernels.meanSquaredError(prediction, target, gradient);
        if (!Double.isFinite(loss)) {
            Losses.requireFiniteTargets("MeanSquaredError", target);
        }
        Losses.requireFinite("MeanSquaredError", loss, prediction);
        return loss;
    }

    @Override
    public Tensor backward() {
        return Losses.requireForward("MeanSquaredError", gradient);
    }
}
