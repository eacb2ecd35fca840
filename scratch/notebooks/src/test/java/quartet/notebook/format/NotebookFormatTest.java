package quartet.notebook.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotebookFormatTest {
    private static final String TEXT = """
            // minutes: 7

            // %% md
            # Title

            Text.

            // %% tolerance=0.05
            int x = 1;
            x

            // %% md
            Question?

            // %% answer
            x + 1
            """;

    @Test
    void aTextBecomesANotebookAndATextAgain() {
        Notebook notebook = TextForm.parse("01-title", TEXT);
        assertThat(notebook.title()).isEqualTo("Title");
        assertThat(notebook.minutes()).isEqualTo(7);
        assertThat(notebook.cells()).extracting(Cell::isCode).containsExactly(false, true, false, true);
        assertThat(notebook.cells().get(1).tolerance()).hasValue(0.05);
        assertThat(notebook.cells().get(3).hasTag(Cell.ANSWER)).isTrue();
        assertThat(notebook.cells()
                        .get(3)
                        .metadata()
                        .path("jupyter")
                        .path("source_hidden")
                        .asBoolean())
                .as("JupyterLab folds the answer")
                .isTrue();
        assertThat(TextForm.print(notebook)).isEqualTo(TEXT);
    }

    @Test
    void aFileKeepsEverything() {
        Notebook notebook = TextForm.parse("01-title", TEXT);
        List<Output> outputs = List.of(
                new Output.Printed("stdout", "a\nb"),
                new Output.Value("chart: c", Optional.of(new Drawing("UE5H", "<svg/>", "x: 1 2\ny: 3 4\n"))),
                new Output.Thrown("java.lang.IllegalStateException", "no"));
        Notebook executed = notebook.executed(notebook.cells().stream()
                .map(cell -> cell.isCode() ? cell.withOutputs(outputs) : cell)
                .toList());
        String file = NotebookWriter.text(executed);
        Notebook read = NotebookReader.read("01-title", file);
        assertThat(read).isEqualTo(executed);
        assertThat(NotebookWriter.text(read)).isEqualTo(file);
    }

    /** The layout of Python's json.dumps with indent=1, sort_keys=True and ensure_ascii=False. */
    @Test
    void aFileHasTheLayoutOfJupyter() {
        Notebook notebook = TextForm.parse("01-title", "// minutes: 1\n// %%\n\"\u03b1\"\n");
        assertThat(NotebookWriter.text(notebook))
                .startsWith("""
                        {
                         "cells": [
                          {
                           "cell_type": "code",
                           "execution_count": null,
                           "id": "cell-01",
                           "metadata": {},
                           "outputs": [],
                           "source": [
                            "\\"\u03b1\\""
                           ]
                          }
                         ],
                        """)
                .endsWith(" \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n");
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> TextForm.parse("n", "// %% asnwer\nx\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown word 'asnwer'");
        assertThatThrownBy(() -> TextForm.parse("n", "int x;\n")).hasMessageContaining("but was 'int x;'");
        assertThatThrownBy(() -> NotebookReader.read("n", "{")).hasMessageStartingWith("notebook n: not JSON");
        assertThatThrownBy(() -> NotebookReader.read("n", "{\"nbformat\": 4, \"nbformat_minor\": 4}"))
                .hasMessage("notebook n: expected Jupyter format 4.5, but was 4.4");
        String cell = "{\"cell_type\": \"code\", \"id\": \"a\", \"source\": \"\"}";
        assertThatThrownBy(() -> NotebookReader.read(
                        "n", "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [" + cell + "," + cell + "]}"))
                .hasMessage("notebook n: two cells have the id 'a'");
    }
}
