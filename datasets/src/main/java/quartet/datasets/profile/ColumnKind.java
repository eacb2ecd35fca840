package quartet.datasets.profile;

/** The kinds of values in a column. */
public enum ColumnKind {
    /** Numbers. */
    NUMBER("number"),
    /** Dates, with or without a time. */
    DATE("date"),
    /** A limited set of values. */
    CATEGORY("category"),
    /** Texts of several words. */
    TEXT("text"),
    /** A value that identifies the row. */
    IDENTIFIER("identifier"),
    /** The same value in every row. */
    CONSTANT("constant"),
    /** No value in any row. */
    EMPTY("empty");

    private final String title;

    ColumnKind(String title) {
        this.title = title;
    }

    /** Returns the name for reports. */
    public String title() {
        return title;
    }

    /** Returns whether a network can learn from such a column. */
    public boolean usable() {
        return this == NUMBER || this == DATE || this == CATEGORY;
    }
}
