package quartet.harness.microscope;

import java.util.Map;

/** One possible mistake of an engine, with the numbers that it would produce. */
interface Hypothesis {
    /** Returns the kind of mistake. */
    Suspect suspect();

    /** Returns a description of the variant. It is printed after the suspect's sentence and a colon. */
    String detail();

    /**
     * Returns the distances between the engine's numbers and those of the mistake, in the unit of {@link Misfit}.
     * Quantities that the hypothesis does not predict are absent.
     */
    Map<Quantity, Double> misfits(Observation observation);

    /**
     * Returns the factor by which the mistake's numbers must be closer than the specification's, in each failed
     * comparison.
     */
    default double factor() {
        return 100;
    }

    /** Returns the corresponding factor for the geometric mean over all failed comparisons. */
    default double meanFactor() {
        return factor();
    }
}
