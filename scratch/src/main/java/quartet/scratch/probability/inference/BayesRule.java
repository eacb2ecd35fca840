package quartet.scratch.probability.inference;

import quartet.scratch.argument.RequireArray;

/**
 * Bayes' rule for a finite set of hypotheses.
 * <pre>{@code P(h | data) = P(data | h) P(h) / sum_g P(data | g) P(g)}</pre>
 * Source: Casella and Berger (2002), theorem 1.3.5; MacKay, Information Theory, Inference, and Learning Algorithms
 * (2003), section 2.3.
 */
public final class BayesRule {

    private BayesRule() {}

    /**
     * Returns the posterior probabilities of the hypotheses. To update with more data, pass the posterior as the next
     * prior.
     *
     * @param prior P(h), [n], sum 1
     * @param likelihood P(data | h), [n], each >= 0, up to a common factor
     * @return P(h | data), [n]
     * @throws IllegalArgumentException if the lengths differ, a number is out of range, or the data are impossible
     *     under every hypothesis with a positive prior
     */
    public static double[] posterior(double[] prior, double[] likelihood) {
        RequireArray.masses("BayesRule.posterior: prior", prior);
        if (likelihood.length != prior.length) {
            throw new IllegalArgumentException("BayesRule.posterior: expected " + prior.length
                    + " likelihoods, one for each hypothesis, but was " + likelihood.length);
        }
        double[] posterior = new double[prior.length];
        double evidence = 0;
        for (int h = 0; h < prior.length; h++) {
            if (!(likelihood[h] >= 0) || Double.isInfinite(likelihood[h])) {
                throw new IllegalArgumentException("BayesRule.posterior: expected a finite likelihood >= 0, but was "
                        + likelihood[h] + " for hypothesis " + h);
            }
            posterior[h] = prior[h] * likelihood[h];
            evidence += posterior[h];
        }
        if (evidence == 0) {
            throw new IllegalArgumentException(
                    "BayesRule.posterior: expected data that are possible under some hypothesis, but all had"
                            + " probability 0");
        }
        for (int h = 0; h < prior.length; h++) {
            posterior[h] /= evidence;
        }
        return posterior;
    }
}
