package quartet.harness.run;

/** Follows a comparison step by step. */
public interface Progress {

    /** A step begins. */
    void begin(String step);

    /**
     * How far the current step is.
     *
     * @param text in a few words
     * @param fraction of the step that is done, from 0 to 1
     */
    void detail(String text, double fraction);

    /**
     * The current step ended well.
     *
     * @param result in a line, or empty
     */
    void end(String result);

    /** The current step ended well and has no result to tell. */
    default void end() {
        end("");
    }

    /** The current step ended badly. */
    void failed(String reason);
}
