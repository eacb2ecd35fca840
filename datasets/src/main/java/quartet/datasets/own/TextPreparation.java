package quartet.datasets.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import quartet.datasets.DatasetException;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;
import quartet.datasets.Split;
import quartet.datasets.TargetScale;
import quartet.datasets.Targets;
import quartet.datasets.Vocabulary;
import quartet.datasets.raw.MissingValue;
import quartet.datasets.raw.TableFile;
import quartet.datasets.recipe.TextRecipe;
import quartet.datasets.rows.ColumnNames;

/**
 * Prepares texts of a table. The number of tokens that a network reads depends on the data: it covers 95 % of the
 * training texts completely, within {@value #SHORTEST} to {@value #LONGEST} tokens.
 */
final class TextPreparation {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final double READ_TO_THE_END = 0.95;
    private static final int FEWEST_ROWS = 10;
    /** The maximum number of bytes in memory for each byte of the file. */
    private static final int MEMORY_OF_A_BYTE = 3;

    private final OwnSource source;
    private final TableFile file;
    private final List<String> texts = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final LeftOut leftOut = new LeftOut();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long withoutTarget;

    private TextPreparation(OwnSource source, TableFile file) {
        this.source = source;
        this.file = file;
        notes.addAll(file.notes());
    }

    static OwnData load(OwnSource source, long seed) {
        SplitChoice choice = SplitChoice.parse(source.split());
        if (choice.by().equals("time")) {
            throw new DatasetException("--split: texts have no time; expected a share such as 0.8 or stratified");
        }
        Path path = Path.of(source.data());
        TableFile file = TableFile.open(path, List.of(source.target(), source.text()));
        int text = ColumnNames.index(file, "--text", source.text());
        int target = ColumnNames.index(file, "--target", source.target());
        checkMemory(path);
        TextPreparation preparation = new TextPreparation(source, file);
        preparation.read(text, target);
        return preparation.prepare(choice, seed);
    }

    private static void checkMemory(Path path) {
        try {
            MemoryNeed.check(path.toString(), 1, 1, MEMORY_OF_A_BYTE * Files.size(path));
        } catch (IOException e) {
            throw new DatasetException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(int text, int target) {
        file.read(
                row -> {
                    if (MissingValue.is(row.cells()[target])) {
                        withoutTarget++;
                    } else {
                        texts.add(row.cells()[text]);
                        labels.add(row.cells()[target]);
                    }
                },
                leftOut::add);
        if (texts.size() < FEWEST_ROWS) {
            throw new DatasetException(file.source().path() + " has " + texts.size() + " rows with a value in column '"
                    + source.target() + "'; expected at least " + FEWEST_ROWS);
        }
        if (withoutTarget > 0) {
            notes.add(withoutTarget + " rows without a target left out");
        }
        notes.addAll(leftOut.lines());
    }

    private OwnData prepare(SplitChoice choice, long seed) {
        List<String> all = labels.stream().distinct().sorted(ClassNames.ORDER).toList();
        Map<String, Integer> index = new LinkedHashMap<>();
        all.forEach(name -> index.put(name, index.size()));
        int[] strata =
                labels.stream().mapToInt(name -> index.getOrDefault(name, 0)).toArray();
        boolean ownTest = !source.test().isEmpty();
        Split split = ownTest
                ? new Split(IntStream.range(0, strata.length).toArray(), new int[0])
                : choice.classes(strata, seed);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row : split.train()) {
            counts.merge(labels.get(row), 1, Integer::sum);
        }
        List<String> classes = ClassNames.of(counts, file.source().path() + ", column '" + source.target() + "'");
        List<String> trainTexts =
                Arrays.stream(split.train()).mapToObj(texts::get).toList();
        int length = length(trainTexts);
        Vocabulary vocabulary = Vocabulary.of(trainTexts, length);
        TextRecipe recipe = new TextRecipe(source.text(), source.target(), length, vocabulary.tokens(), classes);
        Examples train = examples(split.train(), vocabulary, recipe);
        int[] known = Arrays.stream(split.test())
                .filter(row -> classes.contains(labels.get(row)))
                .toArray();
        TestSet.Labelled labelled = ownTest
                ? TestSet.classes(recipe, Path.of(source.test()), notes)
                : new TestSet.Labelled(
                        examples(known, vocabulary, recipe),
                        Arrays.stream(known).mapToObj(texts::get).toList());
        Examples test = labelled.examples();
        if (test.rows() == 0) {
            throw new DatasetException(file.source().path() + ": no row is left for the test set");
        }
        report(choice, train, test, classes, vocabulary);
        Examples weighted = source.classWeights() ? ClassBalance.of(train) : train;
        PreparedData data = new PreparedData(
                OwnData.name(source.data()),
                Kind.TEXTS,
                weighted,
                test,
                classes,
                TargetScale.IDENTITY,
                vocabulary.size(),
                labelled.texts());
        String title =
                String.format(Locale.ROOT, "%s: %,d texts; %s", file.source().name(), texts.size(), file.describe());
        return new OwnData(data, recipe, new DataReport(title, List.of(), notes, warnings));
    }

    private int length(List<String> trainTexts) {
        int[] counts = trainTexts.stream()
                .mapToInt(text -> Vocabulary.countTokens(text, LONGEST))
                .sorted()
                .toArray();
        int enough = counts[(int) Math.min(counts.length - 1L, (long) Math.ceil(READ_TO_THE_END * counts.length))];
        int length = Math.max(SHORTEST, Math.min(LONGEST, (enough + 7) / 8 * 8));
        long empty = Arrays.stream(counts).filter(count -> count == 0).count();
        long cut = Arrays.stream(counts)
                .filter(count -> count > length || count == LONGEST)
                .count();
        notes.add("a text is read to token " + length + "; " + cut + " training texts are longer");
        if (empty == counts.length) {
            throw new DatasetException(file.source().path() + ": column '" + source.text()
                    + "' has no words in the training rows; there is nothing to learn from");
        }
        if (empty > 0) {
            notes.add(empty + " training texts have no words");
        }
        return length;
    }

    private Examples examples(int[] rows, Vocabulary vocabulary, TextRecipe recipe) {
        int[] ids = new int[Math.multiplyExact(rows.length, recipe.length())];
        int[] targets = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int[] encoded = vocabulary.encode(texts.get(rows[i]), recipe.length());
            System.arraycopy(encoded, 0, ids, i * recipe.length(), encoded.length);
            targets[i] = recipe.classes().indexOf(labels.get(rows[i]));
        }
        return new Examples(
                new Features.Tokens(rows.length, recipe.length(), ids),
                new Targets.Classes(targets, recipe.classes().size()));
    }

    private void report(
            SplitChoice choice, Examples train, Examples test, List<String> classes, Vocabulary vocabulary) {
        int[] targets = train.targets().asClasses().labels();
        notes.add(String.format(Locale.ROOT, "vocabulary: %,d tokens of the training texts", vocabulary.size() - 2));
        notes.add("target '" + source.target() + "': " + ClassNames.describe(classes, targets));
        notes.add(
                source.test().isEmpty()
                        ? choice.describe(train.rows(), test.rows(), true)
                        : String.format(
                                Locale.ROOT,
                                "%,d training rows; %,d test rows of %s",
                                train.rows(),
                                test.rows(),
                                source.test()));
        ClassNames.warn(classes, targets, source.classWeights(), warnings);
        Duplicates.warn(train.features(), test.features(), warnings);
    }
}
