package quartet.datasets.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The transformation of one column of a table to features. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "code")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NumberCode.class, name = "number"),
    @JsonSubTypes.Type(value = CategoryCode.class, name = "category"),
    @JsonSubTypes.Type(value = DateCode.class, name = "date")
})
public sealed interface ColumnCode permits NumberCode, CategoryCode, DateCode {

    /** Returns the name of the column. */
    String name();

    /** Returns the number of its features. */
    int width();
}
