package quartet.datasets;

import java.util.List;
import quartet.datasets.CatalogueEntry.DataFile;

/** Texts: read, split, then encoded as ids of the training texts' vocabulary. */
final class TextData {
    /** Tokens that are kept of a text. */
    static final int LENGTH = 64;

    private TextData() {}

    /**
     * A data set of texts. The split is stratified by label and by source, so that training and test set are of the same
     * mixture.
     *
     * @throws DatasetException if a file is missing, damaged or not of the expected form
     */
    static PreparedData load(CatalogueEntry entry, long seed) {
        DataFile file = entry.files().get(0);
        Texts all = Texts.tabSeparated(file.path(), DatasetFiles.read(entry, file), entry.classes());
        Split split = Split.stratified(all.strata(), entry.split().testFraction(), seed);
        return prepare(entry.name(), all.select(split.train()), all.select(split.test()), entry.classNames());
    }

    /** Encodes texts that are split already. */
    static PreparedData prepare(String name, Texts train, Texts test, List<String> classes) {
        Vocabulary vocabulary = Vocabulary.of(train.texts());
        return new PreparedData(
                name,
                Kind.TEXTS,
                examples(train, vocabulary, classes.size()),
                examples(test, vocabulary, classes.size()),
                classes,
                TargetScale.IDENTITY,
                vocabulary.size());
    }

    private static Examples examples(Texts texts, Vocabulary vocabulary, int classes) {
        int rows = texts.labels().length;
        int[] ids = new int[Math.multiplyExact(rows, LENGTH)];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(vocabulary.encode(texts.texts().get(row), LENGTH), 0, ids, row * LENGTH, LENGTH);
        }
        return new Examples(new Features.Tokens(rows, LENGTH, ids), new Targets.Classes(texts.labels(), classes));
    }
}
