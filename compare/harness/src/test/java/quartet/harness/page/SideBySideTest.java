package quartet.harness.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.harness.Division;
import quartet.harness.UsageException;
import quartet.harness.across.Finished;
import quartet.harness.across.SideBySide;
import quartet.harness.across.SideBySide.Side;
import quartet.harness.across.SideBySide.Subject;
import quartet.harness.report.ResultFiles;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Results;

/** Several comparisons side by side, as tables and as a page. */
class SideBySideTest {
    private static final Subject IRIS = new Subject("classification", "iris", Division.STRICT, "");

    /** The second comparison has the engines in another order, so that each has another's speed. */
    private static List<Finished> twoMachines() {
        Results before = SampleComparison.complete(SampleComparison.ENGINES, 5, false);
        Results after =
                SampleComparison.complete(List.of("dl4j", "scratch", "djl-pytorch", "djl-tensorflow"), 5, false);
        return List.of(new Finished("before", before), new Finished("after", after));
    }

    @Test
    void comparesEachEngineWithItself() {
        Map<Subject, List<Side>> entries = SideBySide.of(twoMachines());
        assertThat(entries).hasSize(8);
        List<Side> iris = entries.getOrDefault(IRIS, List.of());
        assertThat(iris).extracting(Side::engine).containsSubsequence("scratch", "scratch", "dl4j", "dl4j");
        assertThat(iris)
                .extracting(entry -> entry.training().verdict())
                .containsExactly(null, "slower", null, "faster", null, "tie", null, "tie");
    }

    @Test
    void listsWhatDiffersOnly() {
        Results results = SampleComparison.complete(List.of("scratch"), 1, false);
        Results.Environment e = results.environment();
        Results other = new Results(
                results.schema(),
                new Results.Environment(
                        e.started(), e.os(), "<b>CPU</b>", 1, 2, e.memoryBytes(), "25", e.engines(), e.resumed()),
                results.settings(),
                results.runs(),
                results.baselines(),
                results.summary(),
                results.testSets());
        Table differences = SideBySide.differences(List.of(new Finished("old", results), new Finished("new", other)));
        assertThat(differences.columns()).containsExactly("condition", "old", "new");
        assertThat(differences.rows())
                .containsExactlyInAnyOrder(List.of("java", "17", "25"), List.of("cpu", "CPU", "<b>CPU</b>"));
        assertThat(differences.notes()).isEmpty();
        assertThat(ComparisonPage.html(List.of(new Finished("<i>", results), new Finished("b", other))))
                .contains("&lt;b&gt;CPU", "&lt;i&gt;")
                .doesNotContain("<b>CPU", "<i>");
    }

    @Test
    void aPageHasChartsAndFindings() {
        assertThat(ComparisonPage.html(twoMachines()))
                .contains("2 comparisons side by side", "Training time relative to before")
                .contains("Training time in after relative to before:</b> faster for dl4j (", "; slower for scratch (")
                .contains("; tie for djl-pytorch (", "Conditions that differ");
    }

    @Test
    void namesFoldersByTheirPathIfTheirNamesAreTheSame(@TempDir Path folder) throws Exception {
        Results results = SampleComparison.complete(List.of("scratch"), 1, false);
        for (String name : List.of("a", "b")) {
            Files.createDirectories(folder.resolve(name + "/results"));
            ResultFiles.write(folder.resolve(name + "/results"), results);
        }
        Path first = folder.resolve("a/results");
        Path second = folder.resolve("b/results");
        assertThat(Finished.read(List.of(first, second)))
                .extracting(Finished::name)
                .containsExactly(first.toString(), second.toString());
        assertThatThrownBy(() -> Finished.read(List.of(first, first)))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("is named twice");
    }
}
