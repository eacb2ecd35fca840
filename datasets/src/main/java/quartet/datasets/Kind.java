package quartet.datasets;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a data set holds, and so what is learnt from it. */
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
