package quartet.scratch.kernel.vector.microkernel;

/**
 * The equivalent of all micro-kernels without vectors: the same block of C without vectors, and the same bits, because
 * each element is the same chain of fused multiply-adds. It runs until the vectors are compiled, and the tests compare
 * the two.
 *
 * <p>Register blocking again, on a smaller scale: 8 sums at a time stay in registers.
 */
public final class ScalarMicroKernel {
    private static final int COLUMNS = 4;

    private ScalarMicroKernel() {}

    /**
     * Computes {@link MicroKernel#multiply} for blocks of rows x columns.
     *
     * @param columns a multiple of 4
     */
    public static void multiply(
            int rows,
            int columns,
            int depth,
            PanelA a,
            int aAt,
            PanelB b,
            int bAt,
            InitialSums initial,
            int initialAt,
            BlockOfC c,
            int cAt) {
        for (int r = 0; r < rows; r += 2) {
            int next = Math.min(r + 1, rows - 1); // computes an odd last row twice, with the same result
            int firstA = aAt + a.rowOffsets()[r];
            int secondA = aAt + a.rowOffsets()[next];
            int firstInitial = initialAt + r * initial.stride();
            int secondInitial = initialAt + next * initial.stride();
            int firstC = cAt + r * c.stride();
            int secondC = cAt + next * c.stride();
            // From right to left: a block may be wider than C, and its excess overwrites the start of the next row.
            for (int j = columns - COLUMNS; j >= 0; j -= COLUMNS) {
                twoRows(
                        depth,
                        a,
                        firstA,
                        secondA,
                        b,
                        bAt + j,
                        initial.data(),
                        firstInitial + j,
                        secondInitial + j,
                        c,
                        firstC + j,
                        secondC + j);
            }
        }
    }

    private static void twoRows(
            int depth,
            PanelA panelA,
            int firstA,
            int secondA,
            PanelB panelB,
            int bAt,
            float[] initial,
            int firstInitial,
            int secondInitial,
            BlockOfC c,
            int firstC,
            int secondC) {
        float[] a = panelA.data();
        float[] b = panelB.data();
        int[] aTerms = panelA.termOffsets();
        int[] bTerms = panelB.termOffsets();
        float s0 = initial[firstInitial];
        float s1 = initial[firstInitial + 1];
        float s2 = initial[firstInitial + 2];
        float s3 = initial[firstInitial + 3];
        float t0 = initial[secondInitial];
        float t1 = initial[secondInitial + 1];
        float t2 = initial[secondInitial + 2];
        float t3 = initial[secondInitial + 3];
        for (int p = 0; p < depth; p++) {
            int i = aTerms[p];
            int j = bAt + bTerms[p];
            float factor = a[firstA + i];
            s0 = Math.fma(factor, b[j], s0);
            s1 = Math.fma(factor, b[j + 1], s1);
            s2 = Math.fma(factor, b[j + 2], s2);
            s3 = Math.fma(factor, b[j + 3], s3);
            factor = a[secondA + i];
            t0 = Math.fma(factor, b[j], t0);
            t1 = Math.fma(factor, b[j + 1], t1);
            t2 = Math.fma(factor, b[j + 2], t2);
            t3 = Math.fma(factor, b[j + 3], t3);
        }
        store(c, firstC, s0, s1, s2, s3);
        store(c, secondC, t0, t1, t2, t3);
    }

    private static void store(BlockOfC c, int at, float s0, float s1, float s2, float s3) {
        float[] data = c.data();
        float floor = c.floor();
        data[at] = Math.max(s0, floor);
        data[at + 1] = Math.max(s1, floor);
        data[at + 2] = Math.max(s2, floor);
        data[at + 3] = Math.max(s3, floor);
    }
}
