package quartet.scratch.statistics.hypothesis;

import java.util.List;
import quartet.scratch.argument.Require;

/**
 * The result of a hypothesis test.
 *
 * @param test the name of the test
 * @param statistic the value of the test statistic
 * @param degreesOfFreedom the degrees of freedom of its distribution under the null hypothesis; empty if it has none
 * @param pValue the probability, under the null hypothesis, of a statistic at least this extreme
 */
public record TestResult(String test, double statistic, List<Double> degreesOfFreedom, double pValue) {

    /** Copies the degrees of freedom. */
    public TestResult {
        Require.notNull("TestResult", "test", test);
        Require.notNull("TestResult", "degreesOfFreedom", degreesOfFreedom);
        degreesOfFreedom = List.copyOf(degreesOfFreedom);
    }

    /**
     * Returns whether the null hypothesis is rejected.
     *
     * @param significance the accepted probability of rejecting a true null hypothesis, such as 0.05
     * @throws IllegalArgumentException if the significance is not in (0, 1)
     */
    public boolean rejects(double significance) {
        return pValue <= Require.insideUnitInterval("TestResult.rejects: significance", significance);
    }
}
