package quartet.scratch.probability.inference;

import quartet.scratch.argument.RequireArray;

/**
 * Entropy and its relatives, in nats (natural logarithms; divide by ln 2 for bits).
 * <pre>{@code H(p)    = -sum p_i ln p_i                      surprise to be expected from p
 * H(p, q) = -sum p_i ln q_i                      the same when q is believed: the loss of a classifier
 * D(p|q)  = sum p_i ln(p_i / q_i)                = H(p, q) - H(p) >= 0
 * I(X;Y)  = sum p_xy ln(p_xy / (p_x p_y))        = D(joint | product of the margins) >= 0}</pre>
 * 0 ln 0 counts as 0; where q is 0 and p is not, H(p, q) and D are infinite.
 * Source: Cover and Thomas, Elements of Information Theory (2nd ed., 2006), sections 2.1 to 2.4; Goodfellow, Bengio,
 * Courville (2016), section 3.13.
 */
public final class Information {

    private Information() {}

    /**
     * The entropy H(p).
     *
     * @param p probabilities, [n], sum 1
     * @throws IllegalArgumentException if p is not a distribution
     */
    public static double entropy(double[] p) {
        return crossEntropy(p, p);
    }

    /**
     * The cross-entropy H(p, q).
     *
     * @param p the truth, [n], sum 1
     * @param q the belief, [n], sum 1
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
     * The Kullback-Leibler divergence D(p|q); not symmetric.
     *
     * @param p the truth, [n], sum 1
     * @param q the belief, [n], sum 1
     * @throws IllegalArgumentException if p or q is not a distribution or their lengths differ
     */
    public static double divergence(double[] p, double[] q) {
        requireBoth("Information.divergence", p, q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] == 0 ? 0 : p[i] * Math.log(p[i] / q[i]);
        }
        return sum;
    }

    /**
     * The mutual information I(X;Y): what knowing one variable tells about the other.
     *
     * @param joint joint[x][y] = P(X = x, Y = y), sum 1, all rows of one length
     * @throws IllegalArgumentException if the rows differ in length or the entries are no distribution
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
        return divergence(together, independent);
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
