package quartet.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * The dimensions of a network. {@link TrainingSpec} describes the optimizer; {@link Weights} holds the parameters.
 * {@link #accept} tells the kinds of network apart (Visitor).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MlpSpec.class, name = "mlp"),
    @JsonSubTypes.Type(value = CnnSpec.class, name = "cnn"),
    @JsonSubTypes.Type(value = TextSpec.class, name = "text")
})
public sealed interface ModelSpec permits MlpSpec, CnnSpec, TextSpec {

    /**
     * Dispatches on the kind of network (visitor). It is the only place where an engine distinguishes the four kinds.
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Returns the same network with hidden layers of another width.
     *
     * @param factor multiplies every hidden size, including filters and embeddings; the result is rounded and at least
     *     1
     */
    ModelSpec withWidth(double factor);

    /** Returns the loss that training minimizes. */
    default Objective objective() {
        return Objective.CROSS_ENTROPY;
    }

    /** Returns the canonical names and shapes of all parameters, in order from input to output. */
    Map<String, int[]> parameterShapes();

    /** Returns the width of a prediction: the number of classes, or 1 for a regression. */
    int outputs();

    /**
     * Checks features. Some frameworks would silently compute nonsense for invalid ones.
     *
     * @throws IllegalArgumentException if they do not match the inputs of this network
     */
    void check(Features features);

    /**
     * Checks features and targets.
     *
     * @throws IllegalArgumentException if they do not match this network, or there are no rows
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

    /** Returns features of zeros (or texts of padding), for a first prediction. */
    Features zeros(int rows);

    /**
     * A visitor with one method for each network of the four projects.
     *
     * @param <R> the result
     */
    interface Visitor<R> {
        /** Visits a multilayer perceptron with {@link Objective#CROSS_ENTROPY}. */
        R tabularClassifier(MlpSpec spec);

        /** Visits a multilayer perceptron with {@link Objective#SQUARED_ERROR}. */
        R tabularRegressor(MlpSpec spec);

        /** Visits a convolutional network. */
        R imageClassifier(CnnSpec spec);

        /** Visits a bag of embeddings. */
        R textClassifier(TextSpec spec);
    }
}
