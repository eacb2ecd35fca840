package quartet.scratch.calculus.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reverse mode automatic differentiation of scalars. Each operation records its value and its partial derivatives on
 * the tape. The backward pass applies the chain rule in reverse order.
 * <pre>{@code v_k = op(v_i, v_j)              forwards: note dv_k/dv_i and dv_k/dv_j
 * adjoint(v_i) += adjoint(v_k) * dv_k/dv_i   backwards, starting from adjoint(output) = 1}</pre>
 * adjoint(v) is d output / d v. One backward pass yields the derivatives with respect to all inputs at about the cost
 * of the forward pass. This is backpropagation. {@link #trace} prints the tape step by step.
 * Source: Griewank and Walther (2008), section 3.2; Baydin et al. (2018), section 3.2; Linnainmaa (1976).
 */
public final class Tape {

    private static final int[] NO_PARENTS = {};
    private static final double[] NO_PARTIALS = {};

    private static final class Line {
        final String operation;
        final double value;
        final int[] parents;
        final double[] partials;

        Line(String operation, double value, int[] parents, double[] partials) {
            this.operation = operation;
            this.value = value;
            this.parents = parents;
            this.partials = partials;
        }
    }

    private final List<Line> lines = new ArrayList<>();

    /** Creates an empty tape. */
    public Tape() {}

    /** Records an input, with respect to which derivatives can be computed. */
    public Variable variable(double value) {
        return write("input", value, NO_PARENTS, NO_PARTIALS);
    }

    /** Records one input for each number. */
    public Variable[] variables(double... values) {
        Variable[] variables = new Variable[values.length];
        Arrays.setAll(variables, i -> variable(values[i]));
        return variables;
    }

    /** Returns the number of lines. */
    public int length() {
        return lines.size();
    }

    Variable unary(String operation, Variable parent, double value, double partial) {
        return write(operation, value, new int[] {indexOf(parent)}, new double[] {partial});
    }

    Variable binary(String operation, Variable left, Variable right, double value, double byLeft, double byRight) {
        return write(operation, value, new int[] {indexOf(left), indexOf(right)}, new double[] {byLeft, byRight});
    }

    /**
     * Returns the derivatives of an output with respect to the given inputs (or intermediate results).
     *
     * @return d output / d inputs[i], as many as inputs; 0 where the output does not depend on it
     * @throws IllegalArgumentException if a variable belongs to another tape
     */
    public double[] gradient(Variable output, Variable... inputs) {
        double[] adjoint = adjoints(output);
        double[] gradient = new double[inputs.length];
        Arrays.setAll(gradient, i -> adjoint[indexOf(inputs[i])]);
        return gradient;
    }

    /**
     * Returns the tape as text, one line for each operation, with its value, its partial derivatives and its adjoint
     * for the given output.
     *
     * @throws IllegalArgumentException if the output belongs to another tape
     */
    public String trace(Variable output) {
        double[] adjoint = adjoints(output);
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < lines.size(); k++) {
            Line line = lines.get(k);
            text.append(String.format(Locale.ROOT, "v%d = %s", k, line.operation));
            for (int parent : line.parents) {
                text.append(" v").append(parent);
            }
            text.append(String.format(Locale.ROOT, " = %.6g", line.value));
            for (int i = 0; i < line.parents.length; i++) {
                text.append(String.format(Locale.ROOT, "; dv%d/dv%d = %.6g", k, line.parents[i], line.partials[i]));
            }
            text.append(String.format(Locale.ROOT, "; adjoint %.6g%n", adjoint[k]));
        }
        return text.toString();
    }

    private double[] adjoints(Variable output) {
        double[] adjoint = new double[lines.size()];
        adjoint[indexOf(output)] = 1;
        for (int k = indexOf(output); k >= 0; k--) {
            // Operations that do not affect the output are skipped, so that an infinite partial derivative cannot yield
            // 0 * infinity.
            if (adjoint[k] == 0) {
                continue;
            }
            Line line = lines.get(k);
            for (int i = 0; i < line.parents.length; i++) {
                adjoint[line.parents[i]] += adjoint[k] * line.partials[i];
            }
        }
        return adjoint;
    }

    private Variable write(String operation, double value, int[] parents, double[] partials) {
        lines.add(new Line(operation, value, parents, partials));
        return new Variable(this, lines.size() - 1, value);
    }

    private int indexOf(Variable variable) {
        if (variable.tape() != this) {
            throw new IllegalArgumentException(
                    "Tape: expected a variable of this tape, but " + variable + " was written on another");
        }
        return variable.index();
    }
}
