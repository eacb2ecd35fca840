package quartet.datasets.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * The transformation of raw rows to the features of a network and the meaning of its outputs, as derived from a
 * training set.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TableRecipe.class, name = "table"),
    @JsonSubTypes.Type(value = ImageRecipe.class, name = "images"),
    @JsonSubTypes.Type(value = TextRecipe.class, name = "texts")
})
public sealed interface Recipe permits TableRecipe, ImageRecipe, TextRecipe {

    /** Returns the names of the classes by index; empty for a regression. */
    List<String> classes();
}
