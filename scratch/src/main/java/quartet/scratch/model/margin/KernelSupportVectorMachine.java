package quartet.scratch.model.margin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.model.Classifier;
import quartet.scratch.model.KernelFunction;

/**
 * A support vector machine with a kernel.
 * <pre>{@code
 * minimize   1/2 |w|^2 + C sum_i max(0, 1 - y_i (w . phi(x_i) + bias)),   k(x, y) = phi(x) . phi(y)
 * decision   f(x) = sum_i a_i y_i k(x_i, x) + bias
 * }</pre>
 * The rows with a_i > 0 are the support vectors; the other rows do not influence the result. The bias is not penalized.
 * There is one machine for each pair of classes, and each machine has one vote. Ties go to the smallest class. Source:
 * Cortes, Vapnik (1995); Hastie, Tibshirani, Friedman (2009), section 12.3.
 */
public final class KernelSupportVectorMachine implements Classifier {

    private final List<SequentialMinimalOptimization.Machine> machines;
    private final int classes;
    private final int features;

    private KernelSupportVectorMachine(
            List<SequentialMinimalOptimization.Machine> machines, int classes, int features) {
        this.machines = machines;
        this.classes = classes;
        this.features = features;
    }

    /**
     * Fits a machine for each pair of classes.
     *
     * @param x the features [rows, features], usually standardized
     * @param labels the classes [rows], from 0, at least two classes
     * @param c the price C of a row inside the margin, greater than 0
     * @param tolerance the largest violation of the optimality conditions, greater than 0; 1e-3 is usual
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite, a class has no row, there is
     *     one class, or C or the tolerance is not positive
     * @throws quartet.scratch.argument.NonConvergenceException if ten million steps do not reach the tolerance
     */
    public static KernelSupportVectorMachine fit(
            double[][] x, int[] labels, KernelFunction kernel, double c, double tolerance) {
        int classes = Classifier.classes("KernelSupportVectorMachine", x, labels);
        Require.atLeast("KernelSupportVectorMachine", "classes", 2, classes);
        Require.positive("KernelSupportVectorMachine", "C", c);
        Require.positive("KernelSupportVectorMachine", "tolerance", tolerance);
        List<SequentialMinimalOptimization.Machine> machines = new ArrayList<>();
        for (int first = 0; first < classes; first++) {
            for (int second = first + 1; second < classes; second++) {
                int positive = first;
                int negative = second;
                int[] rows = IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == positive || labels[i] == negative)
                        .toArray();
                machines.add(SequentialMinimalOptimization.fit(
                        kernel,
                        IntStream.of(rows).mapToObj(i -> x[i]).toArray(double[][]::new),
                        IntStream.of(rows)
                                .mapToDouble(i -> labels[i] == positive ? 1 : -1)
                                .toArray(),
                        c,
                        tolerance));
            }
        }
        return new KernelSupportVectorMachine(List.copyOf(machines), classes, x[0].length);
    }

    /**
     * Returns f(x) of every machine, for the pairs of classes (0, 1), (0, 2), ..., (1, 2), ... Positive values speak for
     * the first class of the pair.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double[] decisions(double[] row) {
        RequireArray.row("KernelSupportVectorMachine", features, row);
        return machines.stream().mapToDouble(machine -> machine.decision(row)).toArray();
    }

    /** Returns the number of support vectors of every machine, in the order of {@link #decisions}. */
    public int[] supportVectors() {
        return machines.stream().mapToInt(machine -> machine.vectors().length).toArray();
    }

    /** Returns the class with the most votes, the first one if several are equal. */
    @Override
    public int classify(double[] row) {
        double[] decisions = decisions(row);
        int[] votes = new int[classes];
        int pair = 0;
        for (int first = 0; first < classes; first++) {
            for (int second = first + 1; second < classes; second++) {
                votes[decisions[pair++] > 0 ? first : second]++;
            }
        }
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = votes[k] > votes[best] ? k : best;
        }
        return best;
    }
}
