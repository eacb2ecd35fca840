package quartet.notebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quartet.notebook.format.Cell;
import quartet.notebook.format.Drawing;
import quartet.notebook.format.Notebook;
import quartet.notebook.format.Output;
import quartet.notebook.session.NotebookRun;

/**
 * Decides which outputs a run replaces. A picture is kept if its numbers are the same, because its pixels depend on
 * the fonts of a machine. Cells with varying outputs keep them. A second run therefore changes nothing.
 */
public final class Renewal {
    private Renewal() {}

    /** Returns the notebook with the outputs of a run. */
    public static Notebook merge(Notebook stored, NotebookRun run) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < run.cells().size(); i++) {
            Cell old = stored.cells().get(i);
            Cell fresh = run.cells().get(i);
            boolean keep = fresh.hasTag(Cell.VARIES) && !old.outputs().isEmpty();
            cells.add(keep ? old : fresh.withOutputs(merge(old.outputs(), fresh.outputs())));
        }
        return stored.executed(cells);
    }

    private static List<Output> merge(List<Output> stored, List<Output> fresh) {
        List<Output> merged = new ArrayList<>(fresh);
        for (int i = 0; i < Math.min(stored.size(), fresh.size()); i++) {
            Optional<Drawing> old = drawing(stored.get(i));
            Optional<Drawing> drawn = drawing(fresh.get(i));
            if (old.isPresent() && old.map(Drawing::data).equals(drawn.map(Drawing::data))) {
                merged.set(i, stored.get(i));
            }
        }
        return merged;
    }

    private static Optional<Drawing> drawing(Output output) {
        return output instanceof Output.Value value ? value.drawing() : Optional.empty();
    }
}
