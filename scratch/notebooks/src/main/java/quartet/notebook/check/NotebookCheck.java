package quartet.notebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quartet.notebook.format.Cell;
import quartet.notebook.format.Notebook;
import quartet.notebook.session.Limits;
import quartet.notebook.session.NotebookRun;

/**
 * The result of checking a notebook.
 *
 * @param failures one line for each cell that fails or whose stored outputs differ
 * @param seconds the time of all cells
 */
public record NotebookCheck(List<String> failures, double seconds) {
    public NotebookCheck {
        failures = List.copyOf(failures);
    }

    /** Runs a notebook and compares its outputs with the stored ones. */
    public static NotebookCheck of(Notebook notebook, Limits limits) {
        NotebookRun run = NotebookRun.of(notebook, limits);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < run.cells().size(); i++) {
            Cell stored = notebook.cells().get(i);
            if (stored.hasTag(Cell.VARIES)) {
                continue;
            }
            String label = NotebookRun.label(i, stored);
            Comparison comparison = Comparison.of(stored);
            comparison
                    .difference(stored.outputs(), run.cells().get(i).outputs())
                    .map(difference -> label + ": " + difference + " (tolerance " + comparison.tolerance() + ")")
                    .ifPresent(failures::add);
        }
        run.failure().ifPresent(failure -> replace(failures, failure));
        return new NotebookCheck(failures, run.seconds());
    }

    /** Replaces the difference of the cell that ended the run by its failure, which is more informative. */
    private static void replace(List<String> failures, String failure) {
        Optional<String> difference =
                failures.isEmpty() ? Optional.empty() : Optional.of(failures.get(failures.size() - 1));
        String label = failure.substring(0, failure.indexOf(')') + 1);
        difference.filter(last -> last.startsWith(label)).ifPresent(last -> failures.remove(failures.size() - 1));
        failures.add(failure);
    }
}
