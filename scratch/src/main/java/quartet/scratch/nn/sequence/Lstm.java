package quartet.scratch.nn.sequence;

import java.util.List;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.activation.Sigmoid;
import quartet.scratch.tensor.Tensor;

/**
 * Long short-term memory (LSTM) layer.
 * <pre>{@code
 * [i f g o] = x_t W + h_{t-1} U + b, then sigmoid of i, f and o, tanh of g
 * c_t = f c_{t-1} + i g;   h_t = o tanh(c_t)
 * backward:  do = dh_t tanh(c_t);   dc_t = dc from step t+1 + dh_t o (1 - tanh^2 c_t)
 *            di = dc_t g;   df = dc_t c_{t-1};   dg = dc_t i;   dc_{t-1} = dc_t f
 * }</pre>
 * Shapes: input [batch, time, features], output [batch, time, hidden]; {@code name.weight} W [features, 4 hidden],
 * {@code name.recurrentWeight} U [hidden, 4 hidden], {@code name.bias} b [4 hidden], with the gates in the order input,
 * forget, candidate, output. All start at zero; {@link #forgetBias} sets the biases of the forget gates. Source:
 * Hochreiter, Schmidhuber (1997), "Long Short-Term Memory", with the forget gate of Gers, Schmidhuber, Cummins (2000)
 * and without peepholes.
 */
public final class Lstm extends RecurrentLayer {
    private final int hidden;
    private final RecurrentAffine affine;
    private final TimeSteps gates = new TimeSteps();
    private Tensor gateGradient = Tensor.none();

    /**
     * Creates a layer on the standard backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Lstm(String name, int features, int hidden) {
        this(name, features, hidden, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Lstm(String name, int features, int hidden, Backend backend) {
        super(name, features, hidden, 2);
        this.hidden = hidden;
        this.affine = new RecurrentAffine(name, features, hidden, 4 * hidden, backend);
    }

    @Override
    void step(int t, Tensor x, List<Tensor> previous, List<Tensor> next) {
        Tensor gate = gates.prepare(t, x, x.dimension(0), 4 * hidden);
        Tensor before = previous.get(1);
        Tensor cell = next.get(1);
        affine.forward(x, previous.get(0), gate);
        for (int n = 0; n < cell.size(); n++) {
            int i = inputGate(n);
            int f = i + hidden;
            int g = f + hidden;
            int o = g + hidden;
            gate.set(i, Sigmoid.sigmoid(gate.get(i)));
            gate.set(f, Sigmoid.sigmoid(gate.get(f)));
            gate.set(g, Math.tanh(gate.get(g)));
            gate.set(o, Sigmoid.sigmoid(gate.get(o)));
            cell.set(n, gate.get(f) * before.get(n) + gate.get(i) * gate.get(g));
            next.get(0).set(n, gate.get(o) * Math.tanh(cell.get(n)));
        }
    }

    @Override
    void beginBackward(Tensor lastState) {
        gateGradient = lastState.reuse(gateGradient, lastState.dimension(0), 4 * hidden);
    }

    @Override
    void stepBackward(int t, Tensor x, List<Tensor> previous, List<Tensor> next, Gradients gradients) {
        Tensor gate = gates.at(t);
        Tensor before = previous.get(1);
        Tensor cell = next.get(1);
        for (int n = 0; n < cell.size(); n++) {
            int i = inputGate(n);
            int f = i + hidden;
            int g = f + hidden;
            int o = g + hidden;
            double dh = gradients.ofNext().get(0).get(n);
            double tanh = Math.tanh(cell.get(n));
            double dc = gradients.ofNext().get(1).get(n) + dh * gate.get(o) * (1 - tanh * tanh);
            gateGradient.set(i, dc * gate.get(g) * gate.get(i) * (1 - gate.get(i)));
            gateGradient.set(f, dc * before.get(n) * gate.get(f) * (1 - gate.get(f)));
            gateGradient.set(g, dc * gate.get(i) * (1 - gate.get(g) * gate.get(g)));
            gateGradient.set(o, dh * tanh * gate.get(o) * (1 - gate.get(o)));
            gradients.ofPrevious().get(1).set(n, dc * gate.get(f));
        }
        affine.backwardParameters(x, previous.get(0), gateGradient);
        affine.backwardInput(gateGradient, gradients.ofInput(), false);
        affine.backwardState(gateGradient, gradients.ofPrevious().get(0), false);
    }

    /**
     * Sets the biases of the forget gates, and returns the layer. With a bias of 1, the cell keeps most of its content
     * at the start of training, so gradients reach early steps. Source: Jozefowicz, Zaremba, Sutskever (2015), "An
     * Empirical Exploration of Recurrent Network Architectures".
     */
    public Lstm forgetBias(double bias) {
        Tensor biases = affine.parameters().get(2).value();
        for (int n = 0; n < hidden; n++) {
            biases.set(hidden + n, bias);
        }
        return this;
    }

    /**
     * Returns the flat index in the gates [batch, 4 hidden] of the input gate of hidden unit n, counted over the
     * batch.
     */
    private int inputGate(int n) {
        return n / hidden * 4 * hidden + n % hidden;
    }

    @Override
    public List<Parameter> parameters() {
        return affine.parameters();
    }
}
