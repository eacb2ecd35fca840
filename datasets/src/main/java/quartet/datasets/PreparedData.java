package quartet.datasets;

import java.util.List;

/**
 * A data set in the form in which a network reads it: split, encoded, and standardized with the statistics of the
 * training set alone.
 *
 * @param dataset the name in the catalogue
 * @param kind the kind of its features and targets
 * @param train the training set
 * @param test the test set
 * @param classes the names of the classes by index; empty for regression
 * @param targetScale the scale of regression targets; the identity for classes
 * @param vocabulary the number of token ids, including padding and unknown; 0 if the features are not tokens
 * @param testTexts the texts of the test set by row, as they were read; empty if the features are not tokens
 */
public record PreparedData(
        String dataset,
        Kind kind,
        Examples train,
        Examples test,
        List<String> classes,
        TargetScale targetScale,
        int vocabulary,
        List<String> testTexts) {

    public PreparedData {
        classes = List.copyOf(classes);
        testTexts = List.copyOf(testTexts);
    }

    /** Creates prepared data without texts. */
    public PreparedData(
            String dataset,
            Kind kind,
            Examples train,
            Examples test,
            List<String> classes,
            TargetScale targetScale,
            int vocabulary) {
        this(dataset, kind, train, test, classes, targetScale, vocabulary, List.of());
    }
}
