package quartet.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Run;
import quartet.harness.results.RunBuilder;
import quartet.harness.results.SampleResults;
import quartet.harness.results.Summaries;

class TablesTest {
    private final Tables.Table table =
            Tables.of(SampleResults.of("exit code 3")).get(0);

    @Test
    void hasARowForEachEngineAndBaseline() {
        assertThat(table.title()).isEqualTo("classification on iris");
        assertThat(table.columns())
                .containsExactly(
                        "engine",
                        "accuracy",
                        "macro F1",
                        "train s",
                        "ms/step",
                        "vs scratch",
                        "vs fastest",
                        "whole cost",
                        "p50 us",
                        "p99 us",
                        "rows/s",
                        "cold s",
                        "peak MB",
                        "parity");
        assertThat(table.rows()).hasSize(4).allSatisfy(row -> assertThat(row).hasSize(14));
        assertThat(table.rows().get(0))
                .containsExactly(
                        "scratch", "0.9000", "0.5000", "2.00", "0.250", "", "fastest", "", "10", "20", "3000", "0.50",
                        "123", "ok");
        assertThat(table.rows().get(1)).startsWith("broken", "", "", "failed", "");
        assertThat(table.rows().get(2))
                .startsWith("slow", "0.7000", "0.5000", "4.03", "0.250", "2.01x slower", "2.01x", "2.01x slower");
        assertThat(table.rows().get(3)).startsWith("majority class", "0.7500", "", "");
    }

    @Test
    void notesFailuresAndNetworksThatDoNotBeatABaseline() {
        assertThat(table.notes())
                .containsExactly(
                        "broken: failed: exit code 3", "slow does not beat the majority class (accuracy 0.7500)");
    }

    @Test
    void isAlignedOnATerminal() {
        String text = TerminalTable.render(table);
        assertThat(text.lines().limit(3))
                .containsExactly(
                        "classification on iris",
                        "engine          accuracy  macro F1  train s  ms/step    vs scratch  vs fastest    whole cost  p50 us  p99 us  rows/s"
                                + "  cold s  peak MB  parity",
                        "-".repeat(141));
        assertThat(text).contains("\n! broken: failed: exit code 3\n");
    }

    @Test
    void deviationsBelongToTheirEngine() {
        assertThat(Tables.deviations(SampleResults.of("")).keySet()).containsExactly("broken");
    }

    private static Results with(Run changed) {
        Results results = SampleResults.of("");
        List<Run> runs = new ArrayList<>(results.runs());
        runs.set(0, changed);
        return new Results(
                results.schema(),
                results.environment(),
                results.settings(),
                runs,
                results.baselines(),
                Summaries.of(runs),
                results.testSets());
    }

    @Test
    void aBrokenRuleMarksTheRow() {
        Run run = RunBuilder.from(SampleResults.ok("scratch", 1, 1, 0.9))
                .checked(SampleResults.receipt(0), null, List.of("threads read back: expected 1, but was 2"))
                .build();
        Tables.Table marked = Tables.of(with(run)).get(0);
        assertThat(marked.rows().get(0)).startsWith("scratch *");
        assertThat(marked.notes()).contains("scratch: broken rule: threads read back: expected 1, but was 2");
    }

    @Test
    void aBusyMachineIsTold() {
        assertThat(table.notes()).noneMatch(note -> note.contains("busy"));
        Run run = RunBuilder.from(SampleResults.ok("scratch", 1, 1, 0.9))
                .checked(SampleResults.receipt(3.5), null, List.of())
                .build();
        assertThat(Tables.of(with(run)).get(0).notes())
                .contains("the machine was busy in 1 of 4 runs (load average up to 3.5); times are uncertain");
    }

    @Test
    void roundsOfASeedAreComparedBitByBit() {
        Run first = SampleResults.ok("scratch", 1, 1, 0.9);
        Run second = SampleResults.ok("scratch", 2, 3, 0.9);
        Run third = SampleResults.ok("scratch", 3, 1, Math.nextUp(0.9));
        Run otherSeed = RunBuilder.from(third).seed(43).build();
        assertThat(Summaries.of(List.of(first)).get(0).sameBits()).isNull();
        assertThat(Summaries.of(List.of(first, second)).get(0).sameBits()).isTrue();
        assertThat(Summaries.of(List.of(first, second, third)).get(0).sameBits())
                .isFalse();
        assertThat(Summaries.of(List.of(first, second, otherSeed)).get(0).sameBits())
                .isTrue();
    }
}
