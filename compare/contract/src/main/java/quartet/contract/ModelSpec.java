package quartet.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * What a network is made of: dimensions only. The optimizer stands in {@link TrainingSpec}; numbers stand in
 * {@link Weights}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MlpSpec.class, name = "mlp"),
    @JsonSubTypes.Type(value = CnnSpec.class, name = "cnn"),
    @JsonSubTypes.Type(value = TextSpec.class, name = "text")
})
public sealed interface ModelSpec permits MlpSpec, CnnSpec, TextSpec {

    /** The project whose implementation builds such a network. */
    Project project();

    /** The canonical names and shapes of all parameters, from the input to the output. */
    Map<String, int[]> parameterShapes();

    /** The width of a prediction: the number of classes, or 1 for a regression. */
    int outputs();

    /**
     * Checks features before they reach a framework, some of which would compute nonsense in silence.
     *
     * @throws IllegalArgumentException if they are not what this network takes
     */
    void check(Features features);

    /**
     * Checks features and targets.
     *
     * @throws IllegalArgumentException if they are not what this network learns from, or there is no row
     */
    default void check(Batch batch) {
        check(batch.features());
        if (batch.rows() == 0) {
            throw new IllegalArgumentException("Batch: expected at least one row, but was empty");
        }
        boolean regression = project() == Project.REGRESSION;
        if (regression && !(batch.targets() instanceof Targets.Values)) {
            throw new IllegalArgumentException("Batch: expected numbers as targets of a regression, but were classes");
        }
        if (!regression && !(batch.targets() instanceof Targets.Classes classes && classes.classes() == outputs())) {
            throw new IllegalArgumentException(
                    "Batch: expected targets of " + outputs() + " classes, but was " + batch.targets());
        }
    }

    /** Features that are all zero (tokens: all padding), for a first prediction. */
    Features zeros(int rows);
}
