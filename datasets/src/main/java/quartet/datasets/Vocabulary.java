package quartet.datasets;

/** Token ids. */
public final class Vocabulary {
    /** The id that fills the end of a short text; it carries no meaning and no weight. */
    public static final int PADDING = 0;
    /** The id of every token that the training texts do not have. */
    public static final int UNKNOWN = 1;

    private Vocabulary() {}
}
