package quartet.datasets;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.Datasets.Prepared;
import quartet.datasets.format.MailReader;
import quartet.datasets.format.ReviewReader;
import quartet.datasets.format.Texts;
import quartet.datasets.format.Texts.LabelledText;
import quartet.datasets.format.TsvReader;
import quartet.datasets.recipe.TextRecipe;

/** Prepares texts: reads them, splits them, and encodes them with the vocabulary of the training texts. */
final class TextData {
    /** The number of tokens of a text that a network reads. The others are dropped. */
    static final int LENGTH = 64;

    private TextData() {}

    /**
     * Loads a data set of texts. If the source does not fix the split, it is stratified by label and source of the
     * texts.
     *
     * @throws DatasetException if a file is missing or damaged
     * @throws IOException if a file does not follow its format
     */
    static Prepared load(CatalogueEntry entry, long seed) throws IOException {
        DataFile file = entry.files().get(0);
        return switch (entry.format()) {
            case TSV ->
                split(entry, TsvReader.read(file.path(), DatasetFiles.read(entry, file), entry.classes()), seed);
            case MAILS -> split(entry, MailReader.read(DatasetFiles.verifiedPath(entry, file)), seed);
            case REVIEWS -> {
                ReviewReader.Reviews reviews = ReviewReader.read(DatasetFiles.verifiedPath(entry, file));
                yield prepare(entry.name(), reviews.train(), reviews.test(), entry.classNames());
            }
            case CSV, DIGITS, IDX ->
                throw new IllegalArgumentException("Texts: expected a format of texts, but was " + entry.format());
        };
    }

    private static Prepared split(CatalogueEntry entry, Texts all, long seed) {
        Split split = Split.stratified(all.strata(), entry.split().testFraction(), seed);
        return prepare(entry.name(), all.select(split.train()), all.select(split.test()), entry.classNames());
    }

    /** Encodes texts that are already split. */
    static Prepared prepare(String name, Texts train, Texts test, List<String> classes) {
        Vocabulary vocabulary =
                Vocabulary.of(train.rows().stream().map(LabelledText::text).toList(), LENGTH);
        PreparedData data = new PreparedData(
                name,
                Kind.TEXTS,
                examples(train, vocabulary, classes.size()),
                examples(test, vocabulary, classes.size()),
                classes,
                TargetScale.IDENTITY,
                vocabulary.size(),
                test.rows().stream().map(LabelledText::text).toList());
        return new Prepared(data, new TextRecipe("text", "label", LENGTH, vocabulary.tokens(), classes));
    }

    private static Examples examples(Texts texts, Vocabulary vocabulary, int classes) {
        int rows = texts.rows().size();
        int[] ids = texts.rows().stream()
                .flatMapToInt(row -> Arrays.stream(vocabulary.encode(row.text(), LENGTH)))
                .toArray();
        return new Examples(new Features.Tokens(rows, LENGTH, ids), new Targets.Classes(texts.labels(), classes));
    }
}
