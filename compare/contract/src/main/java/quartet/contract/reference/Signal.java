package quartet.contract.reference;

/**
 * Numbers between two layers, with the size of what was added up to compute each of them.
 *
 * <p>A sum of products is rounded in proportion to the sum of the products' absolute values, not to its own value.
 *
 * @param values the numbers
 * @param magnitudes for each number {@code sum |w x| + |b|}
 */
record Signal(double[] values, double[] magnitudes) {

    /** Numbers that were given and not computed. */
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
