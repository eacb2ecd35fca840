package quartet.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quartet.contract.Engine;
import quartet.contract.ExampleModel;
import quartet.contract.ModelSpec;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.contract.experiment.Scores;
import quartet.datasets.Datasets;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * What every example must do: reach the target of the strict specification on its project's data set, and on the
 * smallest data set save, load and predict the same, and run from its {@code main}. An implementation's test extends
 * this class and names the package of its examples.
 */
public abstract class ExampleTestKit {
    private static final long SEED = 7;
    private static final Pattern SCORE = Pattern.compile("(accuracy|RMSE) (\\d+\\.\\d+)");

    private final Engine engine = ServiceLoader.load(Engine.class).findFirst().orElseThrow();

    /** The package of the four examples, such as {@code quartet.scratch}. */
    protected abstract String examplePackage();

    @ParameterizedTest
    @EnumSource(Project.class)
    void reachesTheTargetOfTheSpecification(Project project) {
        PreparedData data = Datasets.load(project.dataset(Scale.DEFAULT), SEED);
        try (ExampleModel model = train(project, data, sufficientEpochs(project))) {
            double score = score(model, data);
            // The target less a margin, because an example has its own initialization and optimizer.
            switch (project) {
                case CLASSIFICATION -> assertThat(score).isGreaterThan(0.945 - 0.02);
                case REGRESSION -> assertThat(score).isLessThan(0.56 + 0.03);
                case CV, NLP -> assertThat(score).isGreaterThan(0.80 - 0.02);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    void aSavedExamplePredictsTheSame(Project project, @TempDir Path directory) {
        PreparedData data = data(project);
        ModelSpec spec = project.specification(data);
        Features rows = data.test().features().slice(0, 5);
        try (ExampleModel model = train(project, data, 1)) {
            model.save(directory);
            try (ExampleModel loaded = engine.loadExample(spec, directory)) {
                assertThat(loaded.predict(rows)).isEqualTo(model.predict(rows));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    void refusesADirectoryWithoutAModel(Project project, @TempDir Path empty) {
        ModelSpec spec = project.specification(data(project));
        assertThatThrownBy(() -> engine.loadExample(spec, empty)).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    void runsFromItsMain(Project project) throws ReflectiveOperationException {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Class.forName(examplePackage() + "." + project.exampleName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {project.dataset(Scale.SMOKE)});
        } finally {
            System.setOut(console);
        }
        Matcher score = SCORE.matcher(printed.toString(StandardCharsets.UTF_8));
        assertThat(score.find())
                .as("main prints a score, but printed: %s", printed)
                .isTrue();
        assertGood(project, Double.parseDouble(score.group(2)));
    }

    private ExampleModel train(Project project, PreparedData data, int epochs) {
        int batchSize = project.training().batchSize();
        return engine.trainExample(project.specification(data), data.train(), epochs, batchSize, SEED);
    }

    private static double score(ExampleModel model, PreparedData data) {
        return Scores.of(data, model.predict(data.test().features()))
                .values()
                .iterator()
                .next();
    }

    /** Bounds that an untrained network, the majority class and the mean are far from. */
    private static void assertGood(Project project, double score) {
        switch (project) {
            case CLASSIFICATION -> assertThat(score).isGreaterThan(0.75);
            case REGRESSION -> assertThat(score).isLessThan(10);
            case CV -> assertThat(score).isGreaterThan(0.93);
            case NLP -> assertThat(score).isGreaterThan(0.75);
        }
    }

    /** A part of the epochs of the specification, which is enough for the target and keeps the test short. */
    private static int sufficientEpochs(Project project) {
        return switch (project) {
            case CLASSIFICATION, REGRESSION -> 16;
            case CV -> 7;
            case NLP -> project.training().epochs();
        };
    }

    private static PreparedData data(Project project) {
        return Datasets.load(project.dataset(Scale.SMOKE), SEED);
    }
}
