package quartet.notebook.page;

import java.util.List;

/**
 * A cell in the form that a page shows.
 *
 * @param index of the cell in the notebook, from 0
 * @param code whether it is a code cell
 * @param answer whether it is a hidden answer
 * @param html of a markdown cell
 * @param source of a code cell
 * @param outputs of a code cell
 */
public record CellView(int index, boolean code, boolean answer, String html, String source, List<OutputView> outputs) {
    public CellView {
        outputs = List.copyOf(outputs);
    }
}
