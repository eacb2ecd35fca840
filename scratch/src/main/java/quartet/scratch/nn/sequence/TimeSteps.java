package quartet.scratch.nn.sequence;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.tensor.Tensor;

/** One tensor [batch, width] for each time step, reused from call to call so that training allocates nothing. */
final class TimeSteps {
    private final List<Tensor> steps = new ArrayList<>();

    /** Returns the tensor of a step that was prepared before. */
    Tensor at(int t) {
        return steps.get(t);
    }

    /** Returns the tensor of a step, of the type of {@code like}, with undefined contents. */
    Tensor prepare(int t, Tensor like, int batch, int width) {
        while (steps.size() <= t) {
            steps.add(Tensor.none());
        }
        Tensor step = like.reuse(steps.get(t), batch, width);
        steps.set(t, step);
        return step;
    }

    /** Copies step t of a sequence [batch, time, width] to a tensor [batch, width]. */
    static void gather(Tensor sequence, int t, Tensor step) {
        int width = step.dimension(1);
        for (int row = 0; row < step.dimension(0); row++) {
            step.copyRange(row * width, sequence, (row * sequence.dimension(1) + t) * width, width);
        }
    }

    /** Copies a sequence [batch, time, width] with its steps in reverse order. */
    static void reverse(Tensor sequence, Tensor reversed) {
        int time = sequence.dimension(1);
        int width = sequence.dimension(2);
        for (int step = 0; step < sequence.dimension(0) * time; step++) {
            int mirrored = step / time * time + time - 1 - step % time;
            reversed.copyRange(mirrored * width, sequence, step * width, width);
        }
    }

    /** Copies a tensor [batch, width] to step t of a sequence [batch, time, width]. */
    static void scatter(Tensor step, Tensor sequence, int t) {
        int width = step.dimension(1);
        for (int row = 0; row < step.dimension(0); row++) {
            sequence.copyRange((row * sequence.dimension(1) + t) * width, step, row * width, width);
        }
    }
}
