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
        super(name, features, hidden, 1);
        this.affine = new RecurrentAffine(name, features, hidden, hidden, backend);
    }

    @Override
    void step(int t, Tensor x, List<Tensor> previous, List<Tensor> next) {
        Tensor h = next.get(0);
        affine.forward(x, previous.get(0), h);
        for (int i = 0; i < h.size(); i++) {
            h.set(i, Math.tanh(h.get(i)));
        }
    }

    @Override
    void beginBackward(Tensor lastState) {
        affineGradient = lastState.reuse(affineGradient);
    }

    @Override
    void stepBackward(int t, Tensor x, List<Tensor> previous, List<Tensor> next, Gradients gradients) {
        Tensor dh = gradients.ofNext().get(0);
        for (int i = 0; i < dh.size(); i++) {
            double h = next.get(0).get(i);
            affineGradient.set(i, dh.get(i) * (1 - h * h));
        }
        affine.backwardParameters(x, previous.get(0), affineGradient);
        affine.backwardInput(affineGradient, gradients.ofInput(), false);
        affine.backwardState(affineGradient, gradients.ofPrevious().get(0), false);
    }

    @Override
    public List<Parameter> parameters() {
        return affine.parameters();
    }
}
