package quartet.datasets.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How one column of a table becomes features. */
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
