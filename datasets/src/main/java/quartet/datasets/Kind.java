package quartet.datasets;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of features and targets of a data set. It determines the project: which network learns from it. */
public enum Kind {
    /** A table; predict a class. */
    @JsonProperty("table-classes")
    TABLE_CLASSES,
    /** A table; predict a number. */
    @JsonProperty("table-values")
    TABLE_VALUES,
    /** Images; predict a class. */
    @JsonProperty("images")
    IMAGES,
    /** Texts; predict a class. */
    @JsonProperty("texts")
    TEXTS
}
