package quartet.datasets;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of features and targets of a data set. It determines the project, and thus the network. */
public enum Kind {
    /** A table, with a class to predict. */
    @JsonProperty("table-classes")
    TABLE_CLASSES,
    /** A table, with a number to predict. */
    @JsonProperty("table-values")
    TABLE_VALUES,
    /** Images, with a class to predict. */
    @JsonProperty("images")
    IMAGES,
    /** Texts, with a class to predict. */
    @JsonProperty("texts")
    TEXTS
}
