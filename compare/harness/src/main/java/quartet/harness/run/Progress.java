package quartet.harness.run;

/** Receives the progress of a comparison, step by step. */
public interface Progress {

    /** Called when a step begins. */
    void begin(String step);

    /**
     * Reports the progress of the current step.
     *
     * @param text a few words
     * @param fraction the part of the step that is done, from 0 to 1
     */
    void detail(String text, double fraction);

    /**
     * Called when the current step succeeds.
     *
     * @param result the result in one line, or empty
     */
    void end(String result);

    /** Called when the current step succeeds without a result to show. */
    default void end() {
        end("");
    }

    /** Called when the current step fails. */
    void failed(String reason);
}
