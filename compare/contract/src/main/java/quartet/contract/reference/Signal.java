package quartet.contract.reference;

/**
 * Numbers between two layers, each with the sum of absolute values from which it was computed.
 *
 * <p>The rounding error of a sum of products is proportional to the sum of the products' absolute values, not to the
 * sum itself.
 *
 * @param values the numbers
 * @param magnitudes {@code sum |w x| + |b|} for each number
 */
record Signal(double[] values, double[] magnitudes) {

    /** Returns a signal of given numbers, which were not computed. */
    static Signal of(double[] values) {
        double[] magnitudes = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            magnitudes[i] = Math.abs(values[i]);
        }
        return new Signal(values, magnitudes);
    }

    int length() {
        return values.length;
    }
}
