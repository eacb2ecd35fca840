package quartet.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import quartet.datasets.Features;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;

/** The four mini-projects, each with its data sets by scale and the strict specification of its network. */
public enum Project {
    CLASSIFICATION("classification", Kind.TABLE_CLASSES, "iris", "letter-recognition", "letter-recognition"),
    REGRESSION("regression", Kind.TABLE_VALUES, "concrete", "california-housing", "california-housing"),
    CV("cv", Kind.IMAGES, "digits", "fashion-mnist-mini", "fashion-mnist"),
    NLP("nlp", Kind.TEXTS, "sentiment-labelled-sentences", "sentiment-labelled-sentences", "spamassassin");

    private final String title;
    private final Kind kind;
    private final List<String> datasets;

    Project(String title, Kind kind, String... datasets) {
        this.title = title;
        this.kind = kind;
        this.datasets = List.of(datasets);
    }

    /** The name on the command line and in files. */
    @JsonValue
    public String title() {
        return title;
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
        int classes = data.classes().size();
        Features features = data.train().features();
        return switch (this) {
            case CLASSIFICATION -> MlpSpec.classifier(columns(features), List.of(128, 128), classes);
            case REGRESSION -> MlpSpec.regressor(columns(features), List.of(64, 64));
            case CV -> {
                int[] shape = ((Features.Values) features).shape();
                yield new CnnSpec(shape[1], shape[2], shape[3], List.of(16, 32), 128, classes);
            }
            case NLP ->
                new TextSpec(data.vocabulary(), ((Features.Tokens) features).length(), 64, List.of(32), classes);
        };
    }

    /** The optimizer's settings and the budget of the strict specification. */
    public TrainingSpec training() {
        return switch (this) {
            case CLASSIFICATION, REGRESSION -> TrainingSpec.adam(30, 64);
            case CV -> TrainingSpec.adam(15, 64);
            case NLP -> TrainingSpec.adam(5, 32);
        };
    }

    private static int columns(Features features) {
        return ((Features.Values) features).rowSize();
    }
}
