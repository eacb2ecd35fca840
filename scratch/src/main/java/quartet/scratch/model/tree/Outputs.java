package quartet.scratch.model.tree;

import java.util.Arrays;
import quartet.scratch.argument.RequireArray;

/** The outputs of training rows as vectors: one-hot for a class, of length 1 for a number. */
final class Outputs {

    private Outputs() {}

    static double[][] of(int[] labels, int classes) {
        double[][] outputs = new double[labels.length][classes];
        for (int i = 0; i < labels.length; i++) {
            outputs[i][labels[i]] = 1;
        }
        return outputs;
    }

    static double[][] of(String caller, double[][] x, double[] y) {
        RequireArray.table(caller, 1, x);
        RequireArray.sameLength(caller, "targets", x.length, y.length);
        RequireArray.finite(caller, "targets", y);
        return Arrays.stream(y).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }
}
