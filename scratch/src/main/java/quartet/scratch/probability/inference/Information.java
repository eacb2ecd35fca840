package quartet.scratch.probability.inference;

import quartet.scratch.argument.RequireArray;

/**
 * Entropy, cross-entropy, Kullback-Leibler divergence and mutual information, in nats. Divide by ln 2 for bits.
 * <pre>{@code H(p)    = -sum p_i ln p_i                      entropy
 * H(p, q) = -sum p_i ln q_i                      cross-entropy: the loss of a classifier
 * KL(p||q) = sum p_i ln(p_i / q_i)                = H(p, q) - H(p) >= 0
 * I(X;Y)  = sum p_xy ln(p_xy / (p_x p_y))        = KL(joint || product of the marginals) >= 0}</pre>
 * The convention is 0 ln 0 = 0. If q is 0 where p is not, H(p, q) and KL(p||q) are infinite.
 * Source: Cover and Thomas, Elements of Information Theory (2nd ed., 2006), sections 2.1 to 2.4; Goodfellow, Bengio,
 * Courville (2016), section 3.13.
 */
public final class Information {

    private Information() {}

    /**
     * Returns the entropy H(p).
     *
     * @param p probabilities, [n], sum 1
     * @throws IllegalArgumentException if p is not a distribution
     */
    public static double entropy(double[] p) {
        return crossEntropy(p, p);
    }

    /**
     * Returns the cross-entropy H(p, q).
     *
     * @param p the true distribution, [n], sum 1
     * @param q the model distribution, [n], sum 1
     * @throws IllegalArgumentException if p or q is not a distribution or their lengths differ
     */
    public static double crossEntropy(double[] p, double[] q) {
        requireBoth("Information.crossEntropy", p, q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum -= p[i] == 0 ? 0 : p[i] * Math.log(q[i]);
        }
        return sum;
    }

    /**
     * Returns the Kullback-Leibler divergence KL(p||q), which is not symmetric.
     *
     * @param p the true distribution, [n], sum 1
     * @param q the model distribution, [n], sum 1
     * @throws IllegalArgumentException if p or q is not a distribution or their lengths differ
     */
    public static double klDivergence(double[] p, double[] q) {
        requireBoth("Information.klDivergence", p, q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] == 0 ? 0 : p[i] * Math.log(p[i] / q[i]);
        }
        return sum;
    }

    /**
     * Returns the mutual information I(X;Y), the reduction of the entropy of one variable by knowledge of the other.
     *
     * @param joint joint[x][y] = P(X = x, Y = y), sum 1, all rows of equal length
     * @throws IllegalArgumentException if the rows differ in length or the entries are not a distribution
     */
    public static double mutualInformation(double[][] joint) {
        int columns = joint.length == 0 ? 0 : joint[0].length;
        double[] together = new double[joint.length * columns];
        double[] ofX = new double[joint.length];
        double[] ofY = new double[columns];
        for (int x = 0; x < joint.length; x++) {
            if (joint[x].length != columns) {
                throw new IllegalArgumentException("Information.mutualInformation: expected rows of length " + columns
                        + ", but row " + x + " has length " + joint[x].length);
            }
            for (int y = 0; y < columns; y++) {
                together[x * columns + y] = joint[x][y];
                ofX[x] += joint[x][y];
                ofY[y] += joint[x][y];
            }
        }
        double[] independent = new double[together.length];
        for (int i = 0; i < together.length; i++) {
            independent[i] = ofX[i / columns] * ofY[i % columns];
        }
        return klDivergence(together, independent);
    }

    private static void requireBoth(String what, double[] p, double[] q) {
        RequireArray.masses(what + ": p", p);
        RequireArray.masses(what + ": q", q);
        if (p.length != q.length) {
            throw new IllegalArgumentException(
                    what + ": expected distributions of equal length, but was " + p.length + " and " + q.length);
        }
    }
}
