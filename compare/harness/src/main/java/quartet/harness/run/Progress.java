package quartet.harness.run;

/** Follows a comparison step by step. */
public interface Progress {

    /** A step begins. */
    void begin(String step);

    /** How far the current step is. */
    void detail(String text);

    /** The current step ended well. */
    void end();

    /** The current step ended badly. */
    void failed(String reason);
}
