package quartet.harness.microscope;

import java.util.Map;

/** One mistake that an engine may make, with the numbers that it would lead to. */
interface Hypothesis {
    /** Returns the kind of mistake. */
    Suspect suspect();

    /** Returns the variant, in words that follow the suspect's sentence and a colon. */
    String detail();

    /**
     * How far the engine is from the mistake's numbers, in the unit of {@link Misfit}. A quantity that the hypothesis
     * says nothing about is absent.
     */
    Map<Quantity, Double> misfits(Observation observation);

    /** How many times nearer than the specification the mistake's numbers must be, in each failed comparison. */
    default double factor() {
        return 100;
    }

    /** As {@link #factor}, in the geometric mean of all failed comparisons. */
    default double meanFactor() {
        return factor();
    }
}
