package quartet.datasets.rows;

import java.util.List;
import quartet.datasets.Features;

/**
 * Raw rows as features.
 *
 * @param features of the rows that could be read
 * @param places where each of these rows stands: its line, or the path of its file
 * @param targets the raw target of each of these rows; empty texts if the data has no target
 * @param texts the raw text of each of these rows; empty if they are no texts
 * @param problems a line for each row that could not be read
 */
public record ReadRows(
        Features features, List<String> places, List<String> targets, List<String> texts, List<String> problems) {
    public ReadRows {
        places = List.copyOf(places);
        targets = List.copyOf(targets);
        texts = List.copyOf(texts);
        problems = List.copyOf(problems);
    }
}
