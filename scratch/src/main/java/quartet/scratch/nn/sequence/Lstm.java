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
 * c_t = f c_{t-1} + i g;   h_t = o tanh(c_t);   c_0 = 0
 * backward:  do = dh_t tanh(c_t);   dc_t = dc from step t+1 + dh_t o (1 - tanh^2 c_t)
 *            di = dc_t g;   df = dc_t c_{t-1};   dg = dc_t i;   dc_{t-1} = dc_t f
 * }</pre>
 * Shapes: input [batch, time, features], output [batch, time, hidden]; {@code name.weight} W [features, 4 hidden],
 * {@code name.recurrentWeight} U [hidden, 4 hidden], {@code name.bias} b [4 hidden], with the gates in the order input,
 * forget, candidate, output. All start at zero. Source: Hochreiter, Schmidhuber (1997), "Long Short-Term Memory", with
 * the forget gate of Gers, Schmidhuber, Cummins (2000) and without peepholes.
 */
public final class Lstm extends RecurrentLayer {
    private final int hidden;
    private final RecurrentAffine affine;
    private final TimeSteps gates = new TimeSteps();
    private final TimeSteps cells = new TimeSteps();
    private Tensor gateGradient = Tensor.none();
    private Tensor cellGradient = Tensor.none();

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
        super(name, features, hidden);
        this.hidden = hidden;
        this.affine = new RecurrentAffine(name, features, hidden, 4 * hidden, backend);
    }

    @Override
    void beginForward(Tensor firstState) {
        cells.prepare(0, firstState, firstState.dimension(0), hidden).fill(0);
    }

    @Override
    void step(int t, Tensor x, Tensor previous, Tensor next) {
        Tensor gate = gates.prepare(t, x, x.dimension(0), 4 * hidden);
        Tensor before = cells.at(t);
        Tensor cell = cells.prepare(t + 1, x, x.dimension(0), hidden);
        affine.forward(x, previous, gate);
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
            next.set(n, gate.get(o) * Math.tanh(cell.get(n)));
        }
    }

    @Override
    void beginBackward(Tensor lastState) {
        gateGradient = lastState.reuse(gateGradient, lastState.dimension(0), 4 * hidden);
        cellGradient = lastState.reuse(cellGradient);
        cellGradient.fill(0);
    }

    @Override
    void stepBackward(int t, Tensor x, Tensor previous, Tensor next, Gradients gradients) {
        Tensor gate = gates.at(t);
        for (int n = 0; n < next.size(); n++) {
            int i = inputGate(n);
            int f = i + hidden;
            int g = f + hidden;
            int o = g + hidden;
            double dh = gradients.ofNext().get(n);
            double tanh = Math.tanh(cells.at(t + 1).get(n));
            double dc = cellGradient.get(n) + dh * gate.get(o) * (1 - tanh * tanh);
            gateGradient.set(i, dc * gate.get(g) * gate.get(i) * (1 - gate.get(i)));
            gateGradient.set(f, dc * cells.at(t).get(n) * gate.get(f) * (1 - gate.get(f)));
            gateGradient.set(g, dc * gate.get(i) * (1 - gate.get(g) * gate.get(g)));
            gateGradient.set(o, dh * tanh * gate.get(o) * (1 - gate.get(o)));
            cellGradient.set(n, dc * gate.get(f));
        }
        affine.backwardParameters(x, previous, gateGradient);
        affine.backwardInput(gateGradient, gradients.ofInput(), false);
        affine.backwardState(gateGradient, gradients.ofPrevious(), false);
    }

    /** The flat index in the gates [batch, 4 hidden] of the input gate of hidden unit n, counted over the batch. */
    private int inputGate(int n) {
        return n / hidden * 4 * hidden + n % hidden;
    }

    @Override
    public List<Parameter> parameters() {
        return affine.parameters();
    }
}
