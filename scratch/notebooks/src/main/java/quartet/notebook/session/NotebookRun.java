package quartet.notebook.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quartet.notebook.format.Cell;
import quartet.notebook.format.Notebook;
import quartet.notebook.session.CellRun.Ending;

/**
 * A run of all cells of a notebook, up to the first failure.
 *
 * @param cells the cells with new outputs; those after a failure keep their old ones
 * @param failure the problem; empty if all cells ran
 * @param seconds the time of all cells
 */
public record NotebookRun(List<Cell> cells, Optional<String> failure, double seconds) {
    public NotebookRun {
        cells = List.copyOf(cells);
    }

    /** Runs a notebook in a new session. */
    public static NotebookRun of(Notebook notebook, Limits limits) {
        List<Cell> cells = new ArrayList<>(notebook.cells());
        double seconds = 0;
        try (Session session = new Session(limits)) {
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i);
                if (!cell.isCode()) {
                    continue;
                }
                CellRun run = session.run(cell.source());
                cells.set(i, cell.withOutputs(run.outputs()));
                seconds += run.seconds();
                Optional<String> failure = failure(cell, run);
                if (failure.isPresent()) {
                    return new NotebookRun(cells, Optional.of(label(i, cell) + " " + failure.get()), seconds);
                }
            }
        }
        return new NotebookRun(cells, Optional.empty(), seconds);
    }

    /** Returns the name of a cell for messages, such as {@code cell 5 (cell-05)}. */
    public static String label(int index, Cell cell) {
        return "cell " + (index + 1) + " (" + cell.id() + ")";
    }

    private static Optional<String> failure(Cell cell, CellRun run) {
        boolean exceptionExpected = cell.hasTag(Cell.RAISES_EXCEPTION);
        if (run.ending() == Ending.THROWN && exceptionExpected) {
            return Optional.empty();
        }
        if (run.ending() == Ending.FINISHED) {
            return exceptionExpected ? Optional.of("was expected to throw an exception") : Optional.empty();
        }
        return Optional.of(run.message());
    }
}
