package quartet.datasets;

import java.util.List;

/**
 * A data set that is ready for a network: split, encoded, and scaled with the statistics of the training set alone.
 *
 * @param dataset the catalogue's name
 * @param kind what is learnt from it
 * @param train the examples to learn from
 * @param test the examples to score on
 * @param classes the names of the classes by index; empty for regression
 * @param targetScale how a regression's targets were scaled; the identity for classes
 * @param vocabulary the number of token ids, padding and unknown included; 0 where there are no tokens
 */
public record PreparedData(
        String dataset,
        Kind kind,
        Examples train,
        Examples test,
        List<String> classes,
        TargetScale targetScale,
        int vocabulary) {

    public PreparedData {
        classes = List.copyOf(classes);
    }
}
