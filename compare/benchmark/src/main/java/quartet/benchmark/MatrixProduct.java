package quartet.benchmark;

/** A {@link MatmulProblem} in the arrays of one library. The library computes it on {@code quartet.threads} threads. */
interface MatrixProduct {

    /** Computes the product once. This call is timed. */
    void compute();

    /** Returns the numbers of the product, row by row, computed as in {@link #compute}. */
    float[] result();

    /** Returns the number of threads for one product. The launcher sets the same number for all libraries. */
    static int threads() {
        return Integer.getInteger("quartet.threads", 1);
    }
}
