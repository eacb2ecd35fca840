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

    /** Double dispatch on the kind of network (Visitor): the one place where an engine tells the four apart. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Returns the same network with hidden layers of another width.
     *
     * @param factor multiplies every hidden size, filters and embeddings included; the result is rounded, at least to 1
     */
    ModelSpec withWidth(double factor);

    /** What training minimizes. */
    default Objective objective() {
        return Objective.CROSS_ENTROPY;
    }

    /** Returns the canonical names and shapes of all parameters, from the input to the output. */
    Map<String, int[]> parameterShapes();

    /** Returns the width of a prediction: the number of classes, or 1 for a regression. */
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
        boolean regression = objective() == Objective.SQUARED_ERROR;
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

    /**
     * One case for each network of the four projects.
     *
     * @param <R> the result
     */
    interface Visitor<R> {
        /** Returns a multilayer perceptron with {@link Objective#CROSS_ENTROPY}. */
        R tabularClassifier(MlpSpec spec);

        /** Returns a multilayer perceptron with {@link Objective#SQUARED_ERROR}. */
        R tabularRegressor(MlpSpec spec);

        /** Returns a convolutional network. */
        R imageClassifier(CnnSpec spec);

        /** Returns a bag of embeddings. */
        R textClassifier(TextSpec spec);
    }
}
