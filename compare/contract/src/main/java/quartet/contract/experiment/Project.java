package quartet.contract.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;

/** The four mini-projects, each with its data sets by scale and the strict specification of its network. */
public enum Project {
    CLASSIFICATION(
            "classification",
            "TabularClassifier",
            Kind.TABLE_CLASSES,
            MlpSpec::classifierFor,
            TrainingSpec.adam(30, 64),
            Map.of(Scale.SMOKE, "iris", Scale.DEFAULT, "letter-recognition", Scale.FULL, "letter-recognition")),
    REGRESSION(
            "regression",
            "TabularRegressor",
            Kind.TABLE_VALUES,
            MlpSpec::regressorFor,
            TrainingSpec.adam(30, 64),
            Map.of(Scale.SMOKE, "concrete", Scale.DEFAULT, "california-housing", Scale.FULL, "california-housing")),
    CV(
            "cv",
            "ImageClassifier",
            Kind.IMAGES,
            CnnSpec::forData,
            TrainingSpec.adam(15, 64),
            Map.of(Scale.SMOKE, "digits", Scale.DEFAULT, "fashion-mnist-mini", Scale.FULL, "fashion-mnist")),
    NLP(
            "nlp",
            "TextClassifier",
            Kind.TEXTS,
            TextSpec::forData,
            TrainingSpec.adam(5, 32),
            Map.of(
                    Scale.SMOKE,
                    "sentiment-labelled-sentences",
                    Scale.DEFAULT,
                    "sentiment-labelled-sentences",
                    Scale.FULL,
                    "spamassassin"));

    private final String title;
    private final String exampleName;
    private final Kind kind;
    private final Function<PreparedData, ModelSpec> specification;
    private final TrainingSpec training;
    private final Map<Scale, String> datasets;

    Project(
            String title,
            String exampleName,
            Kind kind,
            Function<PreparedData, ModelSpec> specification,
            TrainingSpec training,
            Map<Scale, String> datasets) {
        this.title = title;
        this.exampleName = exampleName;
        this.kind = kind;
        this.specification = specification;
        this.training = training;
        this.datasets = datasets;
    }

    /** Returns the name on the command line and in files. */
    @JsonValue
    public String title() {
        return title;
    }

    /** Returns the simple class name of the project's example in every implementation. */
    public String exampleName() {
        return exampleName;
    }

    /** Returns the kind of data that the project uses. */
    public Kind kind() {
        return kind;
    }

    /** Returns the default data set of a scale. */
    public String dataset(Scale scale) {
        return Objects.requireNonNull(datasets.get(scale));
    }

    /**
     * Returns the project of this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Project named(String title) {
        return Arrays.stream(values())
                .filter(project -> project.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown project '" + title + "'; choose from "
                        + Arrays.stream(values()).map(Project::title).collect(Collectors.joining(", "))));
    }

    /**
     * Returns the network of the strict specification, with the dimensions of the data.
     *
     * @throws IllegalArgumentException if the data is not of the project's kind
     */
    public ModelSpec specification(PreparedData data) {
        if (data.kind() != kind) {
            throw new IllegalArgumentException(title + ": expected data of kind " + kind + ", but '" + data.dataset()
                    + "' is of kind " + data.kind());
        }
        return specification.apply(data);
    }

    /** Returns the optimizer's settings and the budget of the strict specification. */
    public TrainingSpec training() {
        return training;
    }
}
