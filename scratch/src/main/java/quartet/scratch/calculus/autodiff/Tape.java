package quartet.scratch.calculus.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reverse mode for scalars: every operation writes one line on a tape, with its value and its partial derivatives; the
 * chain rule then runs over the tape backwards.
 * <pre>{@code v_k = op(v_i, v_j)              forwards: note dv_k/dv_i and dv_k/dv_j
 * adjoint(v_i) += adjoint(v_k) * dv_k/dv_i   backwards, starting from adjoint(output) = 1}</pre>
 * adjoint(v) is d output / d v. One backward pass, about as expensive as the forward pass, gives the derivatives with
 * respect to all inputs: this is backpropagation. {@link #trace} prints the tape, so that each step can be followed.
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

    /** An empty tape. */
    public Tape() {}

    /** Writes an input: a number that derivatives can be asked for. */
    public Variable variable(double value) {
        return write("input", value, NO_PARENTS, NO_PARTIALS);
    }

    /** Writes one input for each number. */
    public Variable[] variables(double... values) {
        Variable[] variables = new Variable[values.length];
        Arrays.setAll(variables, i -> variable(values[i]));
        return variables;
    }

    /** The number of lines. */
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
     * The derivatives of an output with respect to the given inputs (or intermediate results).
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
     * The tape in words, one line for each operation: the value computed forwards, the partial derivatives noted, and
     * the adjoint that the backward pass finds for the given output.
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
            // A line that the output does not depend on must stay silent even where its partials are infinite.
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
