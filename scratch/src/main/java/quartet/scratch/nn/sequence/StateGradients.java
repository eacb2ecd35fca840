package quartet.scratch.nn.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * The gradients with respect to the state of a {@link RecurrentLayer} during its backward pass. A row whose step is
 * padding has the state of the step before, so its gradient passes the step unchanged and reaches neither input nor
 * parameters.
 */
final class StateGradients {
    private final int count;
    private List<Tensor> current = new ArrayList<>();
    private List<Tensor> previous = new ArrayList<>();
    private final List<Tensor> held = new ArrayList<>();
    private boolean[] rows = new boolean[0];

    StateGradients(int count) {
        this.count = count;
        for (int k = 0; k < count; k++) {
            current.add(Tensor.none());
            previous.add(Tensor.none());
            held.add(Tensor.none());
        }
    }

    /**
     * Returns the gradient with respect to the state of the current step; after the last step, with respect to the
     * initial state.
     */
    List<Tensor> current() {
        return current;
    }

    /** Returns the tensors into which a step writes the gradient with respect to the previous state. */
    List<Tensor> previous() {
        return previous;
    }

    /** Starts with the gradient with respect to the last state; an empty list represents zeros. */
    void begin(String name, Tensor lastState, List<Tensor> gradient) {
        if (!gradient.isEmpty() && gradient.size() != count) {
            throw new IllegalArgumentException(name + ": expected the gradients of " + count
                    + " tensors of the state, but was " + gradient.size());
        }
        rows = new boolean[lastState.dimension(0)];
        for (int k = 0; k < count; k++) {
            current.set(k, lastState.reuse(current.get(k)));
            previous.set(k, lastState.reuse(previous.get(k)));
            held.set(k, lastState.reuse(held.get(k)));
            current.get(k).fill(0);
            if (!gradient.isEmpty()) {
                Shapes.requireGradientOf(name, lastState, gradient.get(k));
                current.get(k).copyFrom(gradient.get(k));
            }
        }
    }

    /** Adds dy_t to the gradient with respect to the hidden state. */
    void addOutputGradient(Tensor outputGradient, int t) {
        Tensor dh = current.get(0);
        int width = dh.dimension(1);
        int time = outputGradient.dimension(1);
        for (int row = 0; row < dh.dimension(0); row++) {
            for (int j = 0; j < width; j++) {
                dh.add(row * width + j, outputGradient.get((row * time + t) * width + j));
            }
        }
    }

    /** Sets the gradients of rows aside and puts zeros in their place. */
    void hold(IntPredicate padding) {
        for (int row = 0; row < rows.length; row++) {
            rows[row] = padding.test(row);
            for (int k = 0; k < count && rows[row]; k++) {
                int width = current.get(k).dimension(1);
                held.get(k).copyRange(row * width, current.get(k), row * width, width);
                for (int j = 0; j < width; j++) {
                    current.get(k).set(row * width + j, 0);
                }
            }
        }
    }

    /** Ends a step: gives the rows that were set aside to the step before, which becomes the present one. */
    void release() {
        for (int row = 0; row < rows.length; row++) {
            for (int k = 0; k < count && rows[row]; k++) {
                int width = current.get(k).dimension(1);
                previous.get(k).copyRange(row * width, held.get(k), row * width, width);
            }
        }
        List<Tensor> swapped = current;
        current = previous;
        previous = swapped;
    }
}
