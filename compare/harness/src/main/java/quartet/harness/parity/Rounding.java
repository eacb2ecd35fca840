package quartet.harness.parity;

import quartet.datasets.Targets;

/**
 * Bounds for the relative error of a batch's loss and gradients that rounding to float32 causes. If a network is
 * nearly certain of the right class, or predicts a number almost exactly, both are differences of nearly equal
 * numbers. No float32 program can then compute them to a fixed relative tolerance.
 *
 * <pre>{@code
 * classes:  loss = log sum exp z - z[y];   gradient of z = p - y
 *           loss: SAFETY u (L + L / loss);   gradients: SAFETY u (L + 1 / (1 - mean p[y]))
 * values:   loss = mean r^2, r = prediction - target;   loss and gradients: SAFETY u (1 + L / root of the loss)
 * }</pre>
 *
 * u = 2^-24 is half the distance between two float32 numbers near 1 (Higham 2002, section 2.1). L is the largest
 * absolute logit, prediction or target, and at least 1.
 *
 * @param loss the relative rounding of the loss
 * @param gradients the relative rounding of the gradients
 */
public record Rounding(double loss, double gradients) {
    private static final double UNIT = 0x1p-24;
    /** A factor for the rounding errors of several operations, which add up. */
    private static final double SAFETY = 8;

    /** Returns the bounds for a batch. */
    public static Rounding of(Truth.Judged judged) {
        double[][] predictions = judged.pass().predictions();
        double mean = judged.pass().loss();
        return judged.batch().targets() instanceof Targets.Classes classes
                ? ofClasses(predictions, classes.labels(), mean)
                : ofValues(predictions, judged.batch().targets().asValues().values(), mean);
    }

    static Rounding ofClasses(double[][] logits, int[] labels, double loss) {
        double largest = 1;
        double uncertain = 0;
        for (int row = 0; row < labels.length; row++) {
            double others = 0;
            for (int c = 0; c < logits[row].length; c++) {
                largest = Math.max(largest, Math.abs(logits[row][c]));
                others += c == labels[row] ? 0 : Math.exp(logits[row][c] - logits[row][labels[row]]);
            }
            uncertain += (Double.isInfinite(others) ? 1 : others / (1 + others)) / labels.length;
        }
        return new Rounding(SAFETY * UNIT * (largest + largest / loss), SAFETY * UNIT * (largest + 1 / uncertain));
    }

    static Rounding ofValues(double[][] values, float[] targets, double loss) {
        double largest = 1;
        for (int row = 0; row < targets.length; row++) {
            largest = Math.max(largest, Math.max(Math.abs(values[row][0]), Math.abs(targets[row])));
        }
        double relative = SAFETY * UNIT * (1 + largest / Math.sqrt(loss));
        return new Rounding(relative, relative);
    }
}
