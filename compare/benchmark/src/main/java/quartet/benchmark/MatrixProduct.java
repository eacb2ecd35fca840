package quartet.benchmark;

/** A {@link MatmulProblem} in the arrays of one library, which computes it on {@code quartet.threads} threads. */
interface MatrixProduct {

    /** Computes the product once; this is what is timed. */
    void compute();

    /** Returns the numbers of the product, row by row, computed in the way that is timed. */
    float[] result();

    /** Returns the count of threads for one product, which the launcher sets for all libraries alike. */
    static int threads() {
        return Integer.getInteger("quartet.threads", 1);
    }
}
