package quartet.scratch.calculus.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A {@link Tape} whose values, partial derivatives and adjoints are {@link Dual} numbers.
 * <pre>{@code inputs x + v e:   adjoints   grad f(x + v e) = grad f(x) + (H v) e}</pre>
 * The backward pass computes the gradient; dual arithmetic differentiates that computation in the direction v.
 */
final class DualTape {

    private record Line(int[] parents, Dual[] partials) {}

    private final List<Line> lines = new ArrayList<>();

    DualVariable input(Dual value) {
        return write(value, new int[0], new Dual[0]);
    }

    DualVariable unary(DualVariable parent, Dual value, Dual partial) {
        return write(value, new int[] {indexOf(parent)}, new Dual[] {partial});
    }

    DualVariable binary(DualVariable left, DualVariable right, Dual value, Dual byLeft, Dual byRight) {
        return write(value, new int[] {indexOf(left), indexOf(right)}, new Dual[] {byLeft, byRight});
    }

    private DualVariable write(Dual value, int[] parents, Dual[] partials) {
        lines.add(new Line(parents, partials));
        return new DualVariable(this, lines.size() - 1, value);
    }

    private int indexOf(DualVariable variable) {
        if (variable.tape() != this) {
            throw new IllegalArgumentException("HessianVectorProduct: expected variables of one evaluation, but "
                    + variable + " belongs to another");
        }
        return variable.index();
    }

    /** Returns the derivative of the output with respect to every line. */
    Dual[] adjoints(DualVariable output) {
        Dual[] adjoints = new Dual[lines.size()];
        Arrays.fill(adjoints, Dual.constant(0));
        adjoints[indexOf(output)] = Dual.constant(1);
        for (int k = output.index(); k >= 0; k--) {
            Line line = lines.get(k);
            for (int i = 0; i < line.parents.length; i++) {
                int parent = line.parents[i];
                adjoints[parent] = adjoints[parent].plus(adjoints[k].times(line.partials[i]));
            }
        }
        return adjoints;
    }
}
