package quartet.datasets.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What was learned from a training set: how raw rows become the features of a network, and what its outputs mean. */
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
