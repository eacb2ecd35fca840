package quartet.notebook.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quartet.notebook.check.NotebookCheck;
import quartet.notebook.check.Renewal;
import quartet.notebook.format.Cell;
import quartet.notebook.format.Notebook;
import quartet.notebook.format.Output;
import quartet.notebook.format.TextForm;
import quartet.notebook.session.CellRun.Ending;

class SessionTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), "64m");

    @Test
    void aSessionSurvivesWhatCellsDoWrong() {
        try (Session session = new Session(LIMITS)) {
            CellRun loop = session.run(
                    "int f(int x) { return 2 * x; }\nfor (int i = 1; i < 3; i++) System.out.println(f(i));\nf(5)");
            assertThat(loop.outputs())
                    .containsExactly(new Output.Printed("stdout", "2\n4\n"), new Output.Value("10", Optional.empty()));

            CellRun rejected = session.run("int y = 1;\nint z = \"text\";");
            assertThat(rejected.ending()).isEqualTo(Ending.REJECTED);
            assertThat(rejected.message()).startsWith("does not compile: line 2: incompatible types");
            assertThat(session.run("int g() { return unknown; }").message())
                    .isEqualTo("does not compile: line 1: unknown variable unknown");

            CellRun thrown = session.run("int a = 0;\n\nint b = 1 / a;");
            assertThat(thrown.ending()).isEqualTo(Ending.THROWN);
            assertThat(thrown.message()).isEqualTo("threw java.lang.ArithmeticException: / by zero (line 3)");

            CellRun full = session.run(
                    "var list = new java.util.ArrayList<long[]>();\nwhile (true) list.add(new long[1 << 20]);");
            assertThat(full.message()).startsWith("threw java.lang.OutOfMemoryError");
            assertThat(session.run("list = null;").ending()).isEqualTo(Ending.FINISHED);
            assertThat(session.run("f(21)").outputs()).containsExactly(new Output.Value("42", Optional.empty()));
        }
    }

    @Test
    void anEndlessLoopIsStoppedAndExitIsReported() {
        try (Session session = new Session(new Limits(Duration.ofSeconds(2), "64m"))) {
            CellRun endless = session.run("int x = 1;\nwhile (true) { }");
            assertThat(endless.ending()).isEqualTo(Ending.STOPPED);
            assertThat(endless.message()).isEqualTo("took longer than 2 s");
            assertThat(session.run("x > 0").outputs()).containsExactly(new Output.Value("true", Optional.empty()));

            CellRun exit = session.run("System.out.println(\"before\");\nSystem.exit(3);");
            assertThat(exit.ending()).isEqualTo(Ending.SESSION_ENDED);
            assertThat(exit.message()).isEqualTo("called System.exit");
            assertThat(exit.outputs()).first().isEqualTo(new Output.Printed("stdout", "before\n"));
            assertThat(session.hasEnded()).isTrue();
        }
    }

    @Test
    void aCheckFindsWhatChanged() {
        Notebook text = TextForm.parse("99-test", """
                // %%
                import static quartet.notebook.Charts.*;
                var chart = lines("Squares", "x", "x squared (m2)");
                chart.addSeries("s", new double[] {1, 2, 3}, new double[] {1, 4, 9});
                show(chart)
                // %%
                System.out.printf("loss %.3f%n", 0.5)
                // %% raises-exception
                throw new IllegalStateException("expected");
                // %% varies
                System.nanoTime()
                """);
        Notebook stored = Renewal.merge(text, NotebookRun.of(text, LIMITS));
        Output.Value picture = (Output.Value) stored.cells().get(0).outputs().get(0);
        assertThat(picture.drawing().orElseThrow().data())
                .isEqualTo("chart: Squares\nx axis: x\ny axis: x squared (m2)\nseries: s\nx: 1 2 3\ny: 1 4 9\n");
        assertThat(picture.drawing().orElseThrow().svg()).startsWith("<svg");

        NotebookRun second = NotebookRun.of(stored, LIMITS);
        assertThat(Renewal.merge(stored, second))
                .as("a second run changes nothing")
                .isEqualTo(stored);
        assertThat(second.cells().get(0))
                .as("pictures are the same in every run")
                .isEqualTo(stored.cells().get(0));

        Notebook changed = new Notebook(
                "99-test",
                stored.metadata(),
                true,
                List.of(
                        edited(stored.cells().get(0), "4, 9", "5, 9"),
                        edited(stored.cells().get(1), "0.5", "0.6"),
                        edited(stored.cells().get(2), "throw new IllegalStateException(\"expected\");", "1"),
                        stored.cells().get(3)));
        assertThat(NotebookCheck.of(changed, LIMITS).failures())
                .containsExactly(
                        "cell 1 (cell-01): plot, s, y value 2: expected 4, but was 5 (tolerance 0.001)",
                        "cell 2 (cell-02): printed line 1: expected \"loss 0.500\", but was \"loss 0.600\" (tolerance 0.001)",
                        "cell 3 (cell-03) was expected to throw an exception");
    }

    private static Cell edited(Cell cell, String old, String replacement) {
        return new Cell(
                cell.id(), cell.type(), cell.source().replace(old, replacement), cell.metadata(), cell.outputs());
    }
}
