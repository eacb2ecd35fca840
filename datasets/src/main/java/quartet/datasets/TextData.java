package quartet.datasets;

import java.util.Arrays;
import java.util.List;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.Texts.LabelledText;

/** Texts: read, split, then encoded as ids of the training texts' vocabulary. */
final class TextData {
    /** Tokens that are kept of a text. */
    static final int LENGTH = 64;

    private TextData() {}

    /**
     * A data set of texts. Where the files do not fix the split, it is stratified by label and by source, so that
     * training and test set are of the same mixture.
     *
     * @throws DatasetException if a file is missing, damaged or not of the expected form
     */
    static PreparedData load(CatalogueEntry entry, long seed) {
        DataFile file = entry.files().get(0);
        return switch (entry.format()) {
            case TSV ->
                split(entry, Texts.tabSeparated(file.path(), DatasetFiles.read(entry, file), entry.classes()), seed);
            case MAILS -> split(entry, Mails.read(DatasetFiles.verifiedPath(entry, file)), seed);
            case REVIEWS -> {
                Reviews reviews = Reviews.read(DatasetFiles.verifiedPath(entry, file));
                yield prepare(entry.name(), reviews.train(), reviews.test(), entry.classNames());
            }
            case CSV, DIGITS, IDX ->
                throw new IllegalArgumentException("Texts: expected a format of texts, but was " + entry.format());
        };
    }

    private static PreparedData split(CatalogueEntry entry, Texts all, long seed) {
        Split split = Split.stratified(all.strata(), entry.split().testFraction(), seed);
        return prepare(entry.name(), all.select(split.train()), all.select(split.test()), entry.classNames());
    }

    /** Encodes texts that are split already. */
    static PreparedData prepare(String name, Texts train, Texts test, List<String> classes) {
        Vocabulary vocabulary =
                Vocabulary.of(train.rows().stream().map(LabelledText::text).toList(), LENGTH);
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
        int rows = texts.rows().size();
        int[] ids = texts.rows().stream()
                .flatMapToInt(row -> Arrays.stream(vocabulary.encode(row.text(), LENGTH)))
                .toArray();
        return new Examples(new Features.Tokens(rows, LENGTH, ids), new Targets.Classes(texts.labels(), classes));
    }
}
