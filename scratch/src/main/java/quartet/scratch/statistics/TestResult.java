package quartet.scratch.statistics;

import java.util.List;
import quartet.scratch.argument.Require;

/**
 * What a hypothesis test found.
 *
 * @param test the name of the test
 * @param statistic the value of its statistic
 * @param degreesOfFreedom of the statistic's distribution under the null hypothesis; empty if it has none
 * @param pValue the probability, if the null hypothesis holds, of a statistic at least this extreme
 */
public record TestResult(String test, double statistic, List<Double> degreesOfFreedom, double pValue) {

    /** Copies the degrees of freedom. */
    public TestResult {
        degreesOfFreedom = List.copyOf(degreesOfFreedom);
    }

    /**
     * Whether the null hypothesis is rejected.
     *
     * @param significance the accepted probability of rejecting a hypothesis that holds, such as 0.05
     * @throws IllegalArgumentException if the significance is not in (0, 1)
     */
    public boolean rejects(double significance) {
        return pValue <= Require.insideUnitInterval("TestResult.rejects: significance", significance);
    }
}
