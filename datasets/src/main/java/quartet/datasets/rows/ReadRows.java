package quartet.datasets.rows;

import java.util.List;
import quartet.datasets.Features;

/**
 * Raw rows, converted to features.
 *
 * @param features the features of the readable rows
 * @param places the line or the file of each of these rows
 * @param targets the raw target of each of these rows; empty texts if the data has no target
 * @param texts the raw text of each of these rows; empty if they are not texts
 * @param problems one line of text for each unreadable row
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
