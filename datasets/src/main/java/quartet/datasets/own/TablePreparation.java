package quartet.datasets.own;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import quartet.datasets.DatasetException;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;
import quartet.datasets.Split;
import quartet.datasets.TargetScale;
import quartet.datasets.Targets;
import quartet.datasets.profile.ColumnKind;
import quartet.datasets.profile.ColumnProfile;
import quartet.datasets.recipe.CategoryCode;
import quartet.datasets.recipe.ColumnCode;
import quartet.datasets.recipe.DateCode;
import quartet.datasets.recipe.NumberCode;
import quartet.datasets.recipe.TableRecipe;
import quartet.datasets.rows.ColumnNames;

/**
 * Prepares a table: profiles it in a first pass over the file, stores it in a second, then splits it, derives the
 * codes and encodes the rows.
 */
final class TablePreparation {
    /**
     * The maximum number of features. It bounds the first layer of a network, which has a weight for each feature and
     * unit.
     */
    static final int MAXIMUM_WIDTH = 50_000;

    private final Kind kind;
    private final OwnSource source;
    private final TableContent content;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> notes;
    private final List<List<String>> columns = new ArrayList<>();

    private TablePreparation(Kind kind, OwnSource source, TableContent content) {
        this.kind = kind;
        this.source = source;
        this.content = content;
        notes = new ArrayList<>(content.notes());
    }

    static OwnData load(Kind kind, OwnSource source, long seed) {
        if (!source.text().isEmpty()) {
            throw new DatasetException("--text: a text is read by project nlp: run nlp --text " + source.text());
        }
        SplitChoice choice = SplitChoice.parse(source.split());
        TableContent content =
                TableContent.read(Path.of(source.data()), source.target(), kind == Kind.TABLE_VALUES, choice.column());
        return new TablePreparation(kind, source, content).prepare(choice, seed);
    }

    private OwnData prepare(SplitChoice choice, long seed) {
        return kind == Kind.TABLE_CLASSES ? classes(choice, seed) : values(choice, seed);
    }

    private OwnData classes(SplitChoice choice, long seed) {
        List<String> all = content.target().values();
        int rows = content.rows();
        int[] codes = IntStream.range(0, rows).map(content.target()::code).toArray();
        Split split = divided(choice, () -> choice.classes(codes, seed), rows);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row : split.train()) {
            counts.merge(all.get(codes[row]), 1, Integer::sum);
        }
        List<String> classes = ClassNames.of(counts, content.where() + ", column '" + source.target() + "'");
        int[] toClass = all.stream().mapToInt(classes::indexOf).toArray();
        int[] labels = Arrays.stream(codes).map(code -> toClass[code]).toArray();
        Split known = new Split(
                split.train(),
                Arrays.stream(split.test()).filter(row -> labels[row] >= 0).toArray());
        int unknown = split.test().length - known.test().length;
        if (unknown > 0) {
            notes.add(unknown + " test rows are left out: their class is not in the training set");
        }
        TableRecipe recipe = new TableRecipe(
                learn(known.train(), new LeakCheck(known.train(), labels, classes.size())),
                source.target(),
                classes,
                0,
                1);
        Examples train = examples(recipe, known.train(), labels, classes.size());
        Examples test = source.test().isEmpty()
                ? examples(recipe, known.test(), labels, classes.size())
                : TestSet.classes(recipe, Path.of(source.test()), notes).examples();
        int[] trained = train.targets().asClasses().labels();
        notes.add("target '" + source.target() + "': " + ClassNames.describe(classes, trained));
        ClassNames.warn(classes, trained, source.classWeights(), warnings);
        Duplicates.warn(train.features(), test.features(), warnings);
        notes.add(choiceInWords(choice, train.rows(), test.rows()));
        Examples weighted = source.classWeights() ? ClassBalance.of(train) : train;
        if (source.classWeights()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "class weights: rows of rare classes are repeated, %,d rows an epoch instead of %,d",
                    weighted.rows(),
                    train.rows()));
        }
        return result(weighted, test, recipe, TargetScale.IDENTITY);
    }

    private OwnData values(SplitChoice choice, long seed) {
        if (source.classWeights()) {
            throw new DatasetException("--class-weights: a regression has no classes");
        }
        int rows = content.rows();
        double[] targets =
                IntStream.range(0, rows).mapToDouble(content.target()::number).toArray();
        Split split = divided(choice, () -> choice.values(rows, seed), rows);
        TargetScale scale = TargetScale.of(
                Arrays.stream(split.train()).mapToDouble(row -> targets[row]).toArray());
        TableRecipe recipe = new TableRecipe(
                learn(split.train(), new LeakCheck(split.train(), targets)),
                source.target(),
                List.of(),
                scale.mean(),
                scale.deviation());
        Examples train = examples(recipe, split.train(), targets, scale);
        Examples test = source.test().isEmpty()
                ? examples(recipe, split.test(), targets, scale)
                : TestSet.values(recipe, content.targetProfile().style(), Path.of(source.test()), notes);
        notes.add(String.format(
                Locale.ROOT,
                "target '%s': mean %.6g, deviation %.6g in the training rows",
                source.target(),
                scale.mean(),
                scale.deviation()));
        Duplicates.warn(train.features(), test.features(), warnings);
        notes.add(choiceInWords(choice, train.rows(), test.rows()));
        return result(train, test, recipe, scale);
    }

    /** Returns the split. If the test set has its own file, all rows are training rows. */
    private Split divided(SplitChoice choice, Supplier<Split> random, int rows) {
        if (!source.test().isEmpty()) {
            return new Split(IntStream.range(0, rows).toArray(), new int[0]);
        }
        return choice.by().equals("time") ? choice.byTime(content.times()) : random.get();
    }

    private String choiceInWords(SplitChoice choice, int train, int test) {
        return source.test().isEmpty()
                ? choice.describe(train, test, kind == Kind.TABLE_CLASSES)
                : String.format(Locale.ROOT, "%,d training rows; %,d test rows of %s", train, test, source.test());
    }

    /** Derives a code for each usable column, and reports all columns. */
    private List<ColumnCode> learn(int[] train, LeakCheck leaks) {
        ColumnLearner learner = new ColumnLearner(train);
        List<ColumnCode> codes = new ArrayList<>();
        for (int j = 0; j < content.profiles().size(); j++) {
            ColumnProfile profile = content.profiles().get(j);
            if (profile.name().equals(source.target())) {
                continue;
            }
            ColumnLearner.Learned learned = learner.learn(profile, content.column(j));
            learned.code().ifPresent(codes::add);
            columns.add(row(profile, learned.words()));
            String leak = learned.code().isPresent() ? leaks.warning(profile, content.column(j)) : "";
            if (!leak.isEmpty()) {
                warnings.add("column '" + profile.name() + "' " + leak);
            }
        }
        int dropped = columns.size() - codes.size();
        if (codes.isEmpty()) {
            throw new DatasetException(content.where() + ": no column is left to learn from; "
                    + columns.stream()
                            .limit(3)
                            .map(column -> "'" + column.get(0) + "' is " + column.get(4))
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("there is only the target"));
        }
        int width = codes.stream().mapToInt(ColumnCode::width).sum();
        notes.add(String.format(
                Locale.ROOT, "%,d columns become %,d features; %,d are dropped", codes.size(), width, dropped));
        if (width > MAXIMUM_WIDTH) {
            throw new DatasetException(content.where() + ": " + width + " features are more than the limit of "
                    + MAXIMUM_WIDTH + "; use fewer columns");
        }
        return codes;
    }

    private List<String> row(ColumnProfile profile, String words) {
        String missing = profile.missing() == 0
                ? ""
                : String.format(Locale.ROOT, "%.1f %%", 100.0 * profile.missing() / profile.rows());
        String values = (profile.more() ? "> " : "") + profile.distinct();
        if (profile.unreadable() > 0) {
            words += "; " + profile.unreadable() + " unreadable count as missing, " + profile.firstUnreadable();
        }
        return List.of(profile.name(), profile.kind().title(), values, missing, words);
    }

    private Examples examples(TableRecipe recipe, int[] rows, int[] labels, int classes) {
        int[] selected = Arrays.stream(rows).map(row -> labels[row]).toArray();
        return new Examples(encode(recipe, rows), new Targets.Classes(selected, classes));
    }

    private Examples examples(TableRecipe recipe, int[] rows, double[] targets, TargetScale scale) {
        float[] scaled = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scaled[i] = scale.scale(targets[rows[i]]);
        }
        return new Examples(encode(recipe, rows), new Targets.Values(scaled));
    }

    private Features.Values encode(TableRecipe recipe, int[] rows) {
        int width = recipe.width();
        float[] data = new float[Math.multiplyExact(rows.length, width)];
        int at = 0;
        for (ColumnCode code : recipe.columns()) {
            StoredColumn column = content.column(code.name());
            int[] slots = code instanceof CategoryCode category
                    ? column.values().stream().mapToInt(category::slot).toArray()
                    : new int[0];
            for (int i = 0; i < rows.length; i++) {
                int start = i * width + at;
                if (code instanceof NumberCode number) {
                    number.encode(column.number(rows[i]), data, start);
                } else if (code instanceof DateCode date) {
                    date.encode(column.number(rows[i]), data, start);
                } else if (code instanceof CategoryCode category) {
                    category.encode(slots[column.code(rows[i])], data, start);
                }
            }
            at += code.width();
        }
        return new Features.Values(new int[] {rows.length, width}, data);
    }

    private OwnData result(Examples train, Examples test, TableRecipe recipe, TargetScale scale) {
        if (test.rows() == 0) {
            throw new DatasetException(content.where() + ": no row is left for the test set");
        }
        PreparedData data =
                new PreparedData(OwnData.name(source.data()), kind, train, test, recipe.classes(), scale, 0);
        List<String> identifiers = content.profiles().stream()
                .filter(profile -> profile.kind() == ColumnKind.IDENTIFIER)
                .map(ColumnProfile::name)
                .toList();
        if (!identifiers.isEmpty()) {
            warnings.add("identifiers are dropped: " + ColumnNames.list(List.copyOf(new TreeSet<>(identifiers))));
        }
        return new OwnData(data, recipe, new DataReport(content.title(), columns, notes, warnings));
    }

    /** Finds leaks of classes or numbers. */
    private static final class LeakCheck {
        private final Leakage leakage;
        private final int[] labels;
        private final int classes;
        private final double[] targets;

        LeakCheck(int[] train, int[] labels, int classes) {
            leakage = new Leakage(train);
            this.labels = labels;
            this.classes = classes;
            targets = new double[0];
        }

        LeakCheck(int[] train, double[] targets) {
            leakage = new Leakage(train);
            labels = new int[0];
            classes = 0;
            this.targets = targets;
        }

        String warning(ColumnProfile profile, StoredColumn column) {
            boolean numeric = ColumnLearner.isNumeric(profile.kind());
            if (classes == 0) {
                return numeric ? leakage.correlation(column, targets) : "";
            }
            return numeric ? leakage.numbers(column, labels, classes) : leakage.categories(column, labels, classes);
        }
    }
}
