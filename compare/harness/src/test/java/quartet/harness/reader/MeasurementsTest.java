package quartet.harness.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.experiment.Project;
import quartet.harness.report.ResultFiles;

class MeasurementsTest {
    private static final String RESULTS = """
            {"schema": 1,
             "environment": {"started": "<b>today</b>\\u001b", "cpu": "a processor", "engines": []},
             "settings": {"projects": ["cv"], "engines": [], "scale": "smoke", "rounds": 1, "threads": 1,
               "seed": 1, "seeds": 1, "timeoutSeconds": 60, "heap": "1g", "divisions": ["strict"]},
             "baselines": [],
             "runs": [{"project": "cv", "dataset": "digits", "engine": "scratch", "round": 1, "status": "ok",
               "stderr": [], "epochs": [], "deviations": [], "broken": [],
               "parity": {"status": "failed", "worst": 2.0, "distance": 0.0, "excused": [], "steps": [
                 {"what": "logits", "step": 0, "tensor": "logits", "difference": 3e-7, "tolerance": 1e-5, "ok": true},
                 {"what": "logits, last batch", "step": 1, "tensor": "logits", "difference": 4e-7, "ok": true},
                 {"what": "gradients", "step": 0, "tensor": "w", "difference": 0.25, "tolerance": 1e-5, "ok": false}]}}],
             "summary": [{"project": "cv", "dataset": "digits", "engine": "scratch", "division": "strict", "status": "ok",
               "scores": {"accuracy": 0.875}, "stepMillis": 6.625, "p50Micros": 73.04,
               "stepParts": {"select": 100, "predict": 300, "gradients": 850, "weights": 50, "step": 900}, "outliers": [], "broken": []}]}
            """;

    @Test
    void eachRoleHasItsFigures(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("results.json"), RESULTS);
        Measurements measurements = new Measurements(Optional.of(ResultFiles.read(folder)));
        assertThat(measurements.of(Project.CV, "scratch", Role.MODEL))
                .containsExactly("forward 30 % of a step", "logits within 4.0e-07");
        assertThat(measurements.of(Project.CV, "scratch", Role.TRAINING_STEP))
                .containsExactly(
                        "6.63 ms a step",
                        "backward 50 % of a step",
                        "update 10 % of a step",
                        "gradients within 2.5e-01, which fails parity");
        assertThat(measurements.of(Project.CV, "scratch", Role.EVALUATION)).containsExactly("accuracy 0.8750");
        assertThat(measurements.of(Project.CV, "scratch", Role.PREDICT)).containsExactly("73.0 µs a row");
        assertThat(measurements.of(Project.CV, "scratch", Role.DATA)).containsExactly("hand-over 10 % of a step");
        assertThat(measurements.of(Project.CV, "scratch", Role.LOSS)).isEmpty();
        assertThat(measurements.of(Project.CV, "other", Role.MODEL)).isEmpty();
        assertThat(measurements.of(Project.NLP, "scratch", Role.MODEL)).isEmpty();
        assertThat(measurements.dataset(Project.CV)).isEqualTo("digits");
        assertThat(measurements.origin()).contains("<b>today</b>?", "a processor");

        Path home = CheckoutEngines.HOME;
        String page = new ReaderPage(home, CheckoutEngines.all(), Optional.of(ResultFiles.read(folder)))
                .html(folder.resolve("p.html"), List.of(Project.CV));
        assertThat(page)
                .contains("&lt;b&gt;today&lt;/b&gt;?", "logits within 4.0e-07", "measured on digits")
                .doesNotContain("<b>today");
    }

    @Test
    void withoutResultsNothingIsShown() {
        Measurements none = new Measurements(Optional.empty());
        assertThat(none.of(Project.CV, "scratch", Role.MODEL)).isEmpty();
        assertThat(none.origin()).isEmpty();
        assertThat(none.dataset(Project.CV)).isEmpty();
    }
}
