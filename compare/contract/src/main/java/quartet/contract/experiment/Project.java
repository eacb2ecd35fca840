package quartet.contract.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
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
            List.of("iris", "letter-recognition", "letter-recognition")),
    REGRESSION(
            "regression",
            "TabularRegressor",
            Kind.TABLE_VALUES,
            MlpSpec::regressorFor,
            TrainingSpec.adam(30, 64),
            List.of("concrete", "california-housing", "california-housing")),
    CV(
            "cv",
            "ImageClassifier",
            Kind.IMAGES,
            CnnSpec::forData,
            TrainingSpec.adam(15, 64),
            List.of("digits", "fashion-mnist-mini", "fashion-mnist")),
    NLP(
            "nlp",
            "TextClassifier",
            Kind.TEXTS,
            TextSpec::forData,
            TrainingSpec.adam(5, 32),
            List.of("sentiment-labelled-sentences", "sentiment-labelled-sentences", "spamassassin"));

    private final String title;
    private final String exampleName;
    private final Kind kind;
    private final Function<PreparedData, ModelSpec> specification;
    private final TrainingSpec training;
    private final List<String> datasets;

    Project(
            String title,
            String exampleName,
            Kind kind,
            Function<PreparedData, ModelSpec> specification,
            TrainingSpec training,
            List<String> datasets) {
        this.title = title;
        this.exampleName = exampleName;
        this.kind = kind;
        this.specification = specification;
        this.training = training;
        this.datasets = datasets;
    }

    /** The name on the command line and in files. */
    @JsonValue
    public String title() {
        return title;
    }

    /** The simple name of the class that is the project's example in every implementation. */
    public String exampleName() {
        return exampleName;
    }

    /** The kind of data that the project takes. */
    public Kind kind() {
        return kind;
    }

    /** The data set that is meant when none is named. */
    public String dataset(Scale scale) {
        return datasets.get(scale.ordinal());
    }

    /**
     * The project of this name.
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
     * The network of the strict specification, with the dimensions that the data gives it.
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

    /** The optimizer's settings and the budget of the strict specification. */
    public TrainingSpec training() {
        return training;
    }
}
