package quartet.scratch.nn.sequence;

import java.util.List;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * Simple recurrent layer (Elman network).
 * <pre>{@code
 * h_t = tanh(x_t W + h_{t-1} U + b);   dA_t = dh_t (1 - h_t^2)
 * }</pre>
 * Shapes: input [batch, time, features], output [batch, time, hidden]; {@code name.weight} W [features, hidden], {@code
 * name.recurrentWeight} U [hidden, hidden], {@code name.bias} b [hidden]. All start at zero. Source: Elman (1990),
 * "Finding Structure in Time"; Goodfellow, Bengio, Courville (2016), equations 10.8 and 10.9.
 */
public final class SimpleRecurrent extends RecurrentLayer {
    private final RecurrentAffine affine;
    private Tensor affineGradient = Tensor.none();

    /**
     * Creates a layer on the standard backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public SimpleRecurrent(String name, int features, int hidden) {
        this(name, features, hidden, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public SimpleRecurrent(String name, int features, int hidden, Backend backend) {
        super(name, features, hidden);
        this.affine = new RecurrentAffine(name, features, hidden, hidden, backend);
    }

    @Override
    void beginForward(Tensor firstState) {}

    @Override
    void step(int t, Tensor x, Tensor previous, Tensor next) {
        affine.forward(x, previous, next);
        for (int i = 0; i < next.size(); i++) {
            next.set(i, Math.tanh(next.get(i)));
        }
    }

    @Override
    void beginBackward(Tensor lastState) {
        affineGradient = lastState.reuse(affineGradient);
    }

    @Override
    void stepBackward(int t, Tensor x, Tensor previous, Tensor next, Gradients gradients) {
        for (int i = 0; i < next.size(); i++) {
            double h = next.get(i);
            affineGradient.set(i, gradients.ofNext().get(i) * (1 - h * h));
        }
        affine.backwardParameters(x, previous, affineGradient);
        affine.backwardInput(affineGradient, gradients.ofInput(), false);
        affine.backwardState(affineGradient, gradients.ofPrevious(), false);
    }

    @Override
    public List<Parameter> parameters() {
        return affine.parameters();
    }
}
