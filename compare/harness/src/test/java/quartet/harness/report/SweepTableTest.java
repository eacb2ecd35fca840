package quartet.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quartet.harness.Division;
import quartet.harness.Sweep.Variant;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Results.RunKey;
import quartet.harness.results.RunBuilder;
import quartet.harness.results.SampleResults;
import quartet.harness.results.Summaries;

class SweepTableTest {
    private static Run run(String engine, int batch, double seconds) {
        Variant variant = new Variant("batch " + batch, 1, batch, 1);
        return RunBuilder.of(new RunKey("classification", "iris", engine, 1, Division.STRICT, variant))
                .scores(Map.of("accuracy", 0.9, "macroF1", 0.9))
                .trainSeconds(seconds)
                .build();
    }

    private static Results results(List<Run> runs) {
        Results sample = SampleResults.of("exit code 3");
        return new Results(
                Results.SCHEMA,
                sample.environment(),
                sample.settings(),
                runs,
                sample.baselines(),
                Summaries.of(runs),
                List.of());
    }

    @Test
    void everyCombinationIsAGroupAndTheCrossoverIsInterpolated() {
        // Ratios 4, 2 and 1/2: ln ratio falls from ln 2 to -ln 2 between 64 and 256, so it is 0 at 128.
        List<Run> runs = new ArrayList<>();
        for (Object[] row : new Object[][] {{16, 4.0}, {64, 2.0}, {256, 0.5}}) {
            runs.add(run("scratch", (Integer) row[0], 1));
            runs.add(run("native", (Integer) row[0], (Double) row[1]));
        }
        Results results = results(runs);
        assertThat(results.summary()).hasSize(6);
        List<Table> tables = Tables.of(results);
        assertThat(tables)
                .extracting(Table::title)
                .containsExactly(
                        "classification on iris, batch 16",
                        "classification on iris, batch 64",
                        "classification on iris, batch 256",
                        "Training time of classification on iris");
        Table sweep = tables.get(3);
        assertThat(sweep.columns()).containsExactly("sweep", "scratch s", "native s", "native vs scratch");
        assertThat(sweep.rows().get(1)).containsExactly("batch 64", "1.000", "2.000", "2.00x");
        assertThat(sweep.notes()).containsExactly("native overtakes scratch between batch 64 and 256, at about 128");
    }

    @Test
    void anEngineThatIsNeverFasterHasNoCrossover() {
        List<Run> runs =
                List.of(run("scratch", 16, 1), run("native", 16, 4), run("scratch", 64, 1), run("native", 64, 3));
        assertThat(Tables.of(results(runs)).get(2).notes()).isEmpty();
    }

    @Test
    void aComparisonWithoutASweepHasNoSuchTable() {
        assertThat(SweepTable.of(SampleResults.of("exit code 3"))).isEmpty();
    }
}
