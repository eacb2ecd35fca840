package quartet.scratch.linalg.decomposition;

/**
 * A plane (Givens) rotation of two coordinates p and q.
 * <pre>{@code
 * J = [ c  s]      columns: [a_p, a_q] J = [c a_p - s a_q,  s a_p + c a_q]
 *     [-s  c]
 * }</pre>
 * Jacobi's method (1846) chooses the angle so that one off-diagonal entry becomes zero, and repeats this for all pairs.
 *
 * <p>Source: Golub and Van Loan, sections 5.1.8 and 8.5.2 (algorithm 8.5.1, for {@link #jacobi}).
 *
 * @param cosine the cosine c of the angle
 * @param sine the sine s of the angle
 */
public record PlaneRotation(double cosine, double sine) {

    /**
     * Returns the rotation by at most 45 degrees that diagonalizes a symmetric 2x2 matrix.
     * <pre>{@code
     * J^T [a_pp a_pq] J = [a_pp - t a_pq  0            ]
     *     [a_pq a_qq]     [0              a_qq + t a_pq]
     *
     * t = s / c, the smaller root of t^2 + 2 tau t - 1 = 0 with tau = (a_qq - a_pp) / (2 a_pq)
     * }</pre>
     * Choosing the smaller angle makes the sweeps converge.
     */
    public static PlaneRotation jacobi(double app, double apq, double aqq) {
        if (apq == 0) {
            return new PlaneRotation(1, 0);
        }
        double tau = (aqq - app) / (2 * apq);
        double root = Math.hypot(1, tau); // tau^2 can overflow
        double tangent = tau >= 0 ? 1 / (tau + root) : -1 / (root - tau);
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        return new PlaneRotation(cosine, tangent * cosine);
    }

    /** Replaces columns p and q of A by those of {@code A J}. */
    void applyToColumns(double[][] a, int p, int q) {
        for (double[] row : a) {
            double ap = row[p];
            double aq = row[q];
            row[p] = cosine * ap - sine * aq;
            row[q] = sine * ap + cosine * aq;
        }
    }

    /** Replaces rows p and q of A by those of {@code J^T A}. */
    void applyToRows(double[][] a, int p, int q) {
        double[] rowP = a[p];
        double[] rowQ = a[q];
        for (int k = 0; k < rowP.length; k++) {
            double ap = rowP[k];
            double aq = rowQ[k];
            rowP[k] = cosine * ap - sine * aq;
            rowQ[k] = sine * ap + cosine * aq;
        }
    }
}
