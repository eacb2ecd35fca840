package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;
import quartet.datasets.TargetScale;
import quartet.datasets.Targets;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.results.Results.Baseline;
import quartet.harness.worker.InstalledEngine;

class BaselinesTest {
    private static Features rows(int rows) {
        return new Features.Values(new int[] {rows, 1}, new float[rows]);
    }

    @Test
    void theMajorityIsTheTrainingSetsMajority() {
        PreparedData data = new PreparedData(
                "made up",
                Kind.TABLE_CLASSES,
                new Examples(rows(3), new Targets.Classes(new int[] {1, 1, 0}, 2)),
                new Examples(rows(4), new Targets.Classes(new int[] {0, 0, 0, 1}, 2)),
                List.of("a", "b"),
                TargetScale.IDENTITY,
                0);
        assertThat(Baselines.trivial(data)).containsEntry("accuracy", 0.25);
    }

    @Test
    void theMeanIsTheTrainingSetsMean() {
        // Scaled targets: (y - 10) / 2, so the mean of the training set is 0; the test set is 12 and 8.
        PreparedData data = new PreparedData(
                "made up",
                Kind.TABLE_VALUES,
                new Examples(rows(2), new Targets.Values(new float[] {1, -1})),
                new Examples(rows(2), new Targets.Values(new float[] {1, -1})),
                List.of(),
                new TargetScale(10, 2),
                0);
        Map<String, Double> scores = Baselines.trivial(data);
        assertThat(scores.get("rmse")).isCloseTo(2, within(1e-12));
        assertThat(scores.get("r2")).isCloseTo(0, within(1e-12));
    }

    @Test
    void aTableHasTheClassicalModels(@TempDir Path home) {
        PreparedProject iris = PreparedProject.prepare(Project.CLASSIFICATION, settings(), home);
        List<Baseline> baselines = new Baselines(engine("scratch"), new LocalWorkers(), home).run(iris);
        assertThat(baselines)
                .extracting(Baseline::name)
                .containsExactly("majority class", "logistic regression", "random forest");
        assertThat(baselines.get(1).scores().get("accuracy")).isGreaterThan(0.85);
        assertThat(baselines.get(2).scores().get("accuracy")).isGreaterThan(0.85);
    }

    @Test
    void theLinearModelOfImagesIsMissingIfItsWorkerFails(@TempDir Path home) {
        PreparedProject digits = PreparedProject.prepare(Project.CV, settings(), home);
        LocalWorkers workers = new LocalWorkers();
        assertThat(new Baselines(engine("scratch"), workers, home).run(digits))
                .extracting(Baseline::name)
                .containsExactly("majority class", "logistic regression");
        assertThat(new Baselines(engine("crashing"), workers, home).run(digits))
                .extracting(Baseline::name)
                .containsExactly("majority class");
    }

    private static InstalledEngine engine(String name) {
        return new InstalledEngine(name, "", "", "", List.of(), Map.of(), "", Path.of(""));
    }

    private static Settings settings() {
        return new Settings(
                List.of(Project.CLASSIFICATION, Project.CV),
                List.of(),
                Scale.SMOKE,
                "",
                1,
                1,
                1,
                42,
                60,
                "1g",
                List.of(Division.STRICT),
                0,
                1);
    }
}
