package quartet.scratch.nn.sequence;

import java.util.List;
import java.util.stream.Stream;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.activation.Sigmoid;
import quartet.scratch.tensor.Tensor;

/**
 * Gated recurrent unit (GRU) layer.
 * <pre>{@code
 * [r z] = sigmoid(x_t W + h_{t-1} U + b);   q = r h_{t-1};   n = tanh(x_t W' + q U' + b')
 * h_t = z h_{t-1} + (1 - z) n
 * backward:  dz = dh_t (h_{t-1} - n);   dn = dh_t (1 - z);   dr = dq h_{t-1}
 *            dh_{t-1} = dh_t z + dq r + the gradient through U
 * }</pre>
 * Shapes: input [batch, time, features], output [batch, time, hidden]; {@code name.gates.weight} W [features, 2
 * hidden], {@code name.gates.recurrentWeight} U [hidden, 2 hidden], {@code name.gates.bias} b [2 hidden] in the order
 * reset, update; {@code name.candidate.weight} W' [features, hidden], {@code name.candidate.recurrentWeight} U'
 * [hidden, hidden], {@code name.candidate.bias} b' [hidden]. All start at zero. Source: Cho et al. (2014), "Learning
 * Phrase Representations using RNN Encoder-Decoder", equations 5 to 8, with biases. Other libraries apply the reset
 * gate after the product with U', which gives a different model.
 */
public final class Gru extends RecurrentLayer {
    private final int hidden;
    private final RecurrentAffine gateAffine;
    private final RecurrentAffine candidateAffine;
    private final TimeSteps gates = new TimeSteps();
    private final TimeSteps resets = new TimeSteps();
    private final TimeSteps candidates = new TimeSteps();
    private Tensor gateGradient = Tensor.none();
    private Tensor candidateGradient = Tensor.none();
    private Tensor resetGradient = Tensor.none();

    /**
     * Creates a layer on the standard backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Gru(String name, int features, int hidden) {
        this(name, features, hidden, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Gru(String name, int features, int hidden, Backend backend) {
        super(name, features, hidden, 1);
        this.hidden = hidden;
        this.gateAffine = new RecurrentAffine(name + ".gates", features, hidden, 2 * hidden, backend);
        this.candidateAffine = new RecurrentAffine(name + ".candidate", features, hidden, hidden, backend);
    }

    @Override
    void step(int t, Tensor x, List<Tensor> states, List<Tensor> nextStates) {
        Tensor previous = states.get(0);
        Tensor next = nextStates.get(0);
        int batch = x.dimension(0);
        Tensor gate = gates.prepare(t, x, batch, 2 * hidden);
        Tensor reset = resets.prepare(t, x, batch, hidden);
        Tensor candidate = candidates.prepare(t, x, batch, hidden);
        gateAffine.forward(x, previous, gate);
        for (int i = 0; i < gate.size(); i++) {
            gate.set(i, Sigmoid.sigmoid(gate.get(i)));
        }
        for (int n = 0; n < reset.size(); n++) {
            reset.set(n, gate.get(resetGate(n)) * previous.get(n));
        }
        candidateAffine.forward(x, reset, candidate);
        for (int n = 0; n < next.size(); n++) {
            candidate.set(n, Math.tanh(candidate.get(n)));
            double z = gate.get(resetGate(n) + hidden);
            next.set(n, z * previous.get(n) + (1 - z) * candidate.get(n));
        }
    }

    @Override
    void beginBackward(Tensor lastState) {
        gateGradient = lastState.reuse(gateGradient, lastState.dimension(0), 2 * hidden);
        candidateGradient = lastState.reuse(candidateGradient);
        resetGradient = lastState.reuse(resetGradient);
    }

    @Override
    void stepBackward(int t, Tensor x, List<Tensor> states, List<Tensor> nextStates, Gradients gradients) {
        Tensor previous = states.get(0);
        Tensor dNext = gradients.ofNext().get(0);
        Tensor gate = gates.at(t);
        Tensor candidate = candidates.at(t);
        Tensor dPrevious = gradients.ofPrevious().get(0);
        for (int n = 0; n < dNext.size(); n++) {
            double dh = dNext.get(n);
            double z = gate.get(resetGate(n) + hidden);
            double c = candidate.get(n);
            candidateGradient.set(n, dh * (1 - z) * (1 - c * c));
            gateGradient.set(resetGate(n) + hidden, dh * (previous.get(n) - c) * z * (1 - z));
            dPrevious.set(n, dh * z);
        }
        candidateAffine.backwardParameters(x, resets.at(t), candidateGradient);
        candidateAffine.backwardInput(candidateGradient, gradients.ofInput(), false);
        candidateAffine.backwardState(candidateGradient, resetGradient, false);
        for (int n = 0; n < dNext.size(); n++) {
            double r = gate.get(resetGate(n));
            gateGradient.set(resetGate(n), resetGradient.get(n) * previous.get(n) * r * (1 - r));
            dPrevious.add(n, resetGradient.get(n) * r);
        }
        gateAffine.backwardParameters(x, previous, gateGradient);
        gateAffine.backwardInput(gateGradient, gradients.ofInput(), true);
        gateAffine.backwardState(gateGradient, dPrevious, true);
    }

    /**
     * Returns the flat index in the gates [batch, 2 hidden] of the reset gate of hidden unit n, counted over the
     * batch.
     */
    private int resetGate(int n) {
        return n / hidden * 2 * hidden + n % hidden;
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(gateAffine, candidateAffine)
                .flatMap(affine -> affine.parameters().stream())
                .toList();
    }
}
