package quartet.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.CatalogueEntry.SplitRule;
import quartet.datasets.Datasets.Prepared;
import quartet.datasets.format.CsvReader;
import quartet.datasets.format.MalformedDataException;
import quartet.datasets.recipe.CategoryCode;
import quartet.datasets.recipe.ColumnCode;
import quartet.datasets.recipe.NumberCode;
import quartet.datasets.recipe.TableRecipe;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Prepares tables: reads them, splits them, and encodes them with the statistics of the training rows. */
final class TableData {
    private TableData() {}

    /**
     * Loads a data set of format {@link Format#CSV}.
     *
     * @throws DatasetException if the file is missing or damaged, or the table does not match the entry
     * @throws MalformedDataException if the file is not a table
     */
    static Prepared load(CatalogueEntry entry, long seed) throws MalformedDataException {
        DataFile file = entry.files().get(0);
        Table table = CsvReader.read(file.path(), DatasetFiles.read(entry, file));
        return prepare(entry.name(), entry.kind(), table, entry.target(), entry.split(), seed);
    }

    /**
     * Splits and encodes a table. Rows without a target are dropped.
     *
     * @throws DatasetException if the target column is missing or does not match the kind, there is no other column,
     *     or fewer than two rows have a target
     */
    static Prepared prepare(String name, Kind kind, Table source, String target, SplitRule rule, long seed) {
        if (!source.columnNames().contains(target)) {
            throw new DatasetException("'" + name + "' has no column '" + target + "'; its columns are "
                    + String.join(", ", source.columnNames()));
        }
        Table table = source.where(source.column(target).isNotMissing());
        if (table.rowCount() < 2) {
            throw new DatasetException("'" + name + "' has " + table.rowCount() + " rows with a value in column '"
                    + target + "'; expected at least 2");
        }
        return kind == Kind.TABLE_CLASSES
                ? classes(name, table, target, rule, seed)
                : values(name, table, target, rule, seed);
    }

    private static Prepared classes(String name, Table table, String target, SplitRule rule, long seed) {
        Column<?> column = table.column(target);
        List<String> classes =
                new ArrayList<>(new TreeSet<>(column.asStringColumn().asList()));
        int[] labels = column.asStringColumn().asList().stream()
                .mapToInt(classes::indexOf)
                .toArray();
        Split split = split(rule, labels, seed);
        Targets.Classes targets = new Targets.Classes(labels, classes.size());
        TableRecipe recipe = new TableRecipe(learn(name, table, target, split), target, classes, 0, 1);
        return prepared(name, Kind.TABLE_CLASSES, encode(recipe, table), targets, split, recipe);
    }

    private static Prepared values(String name, Table table, String target, SplitRule rule, long seed) {
        if (table.column(target).type() != ColumnType.DOUBLE) {
            throw new DatasetException("'" + name + "': expected numbers in column '" + target + "', but found text");
        }
        double[] values = table.doubleColumn(target).asDoubleArray();
        Split split = split(rule, new int[values.length], seed);
        TargetScale scale = TargetScale.of(at(values, split.train()));
        float[] scaled = new float[values.length];
        for (int row = 0; row < scaled.length; row++) {
            scaled[row] = scale.scale(values[row]);
        }
        List<ColumnCode> codes = learn(name, table, target, split);
        TableRecipe recipe = new TableRecipe(codes, target, List.of(), scale.mean(), scale.deviation());
        return prepared(name, Kind.TABLE_VALUES, encode(recipe, table), new Targets.Values(scaled), split, recipe);
    }

    private static Split split(SplitRule rule, int[] labels, long seed) {
        return switch (rule.by()) {
            case "first" -> Split.first(labels.length, rule.trainRows());
            case "stratified" -> Split.stratified(labels, rule.testFraction(), seed);
            case "random" -> Split.random(labels.length, rule.testFraction(), seed);
            default ->
                throw new IllegalArgumentException("Split: expected first, stratified or random, but was " + rule.by());
        };
    }

    /**
     * Returns the codes of all columns except the target. Numeric columns are standardized; text columns are one-hot
     * encoded.
     */
    private static List<ColumnCode> learn(String name, Table table, String target, Split split) {
        List<ColumnCode> codes = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (column.name().equals(target)) {
                continue;
            }
            if (column.type() == ColumnType.DOUBLE) {
                double[] values = table.doubleColumn(column.name()).asDoubleArray();
                codes.add(Standardizer.fit(List.of(at(values, split.train()))).code(0, column.name()));
            } else {
                codes.add(categories(column.name(), column.asStringColumn().asList(), split));
            }
        }
        if (codes.isEmpty()) {
            throw new DatasetException("'" + name + "' has no column besides the target '" + target + "'");
        }
        return codes;
    }

    /**
     * Returns the code for the categories of the training rows. All its features are 0 for a missing or unknown
     * category.
     */
    private static CategoryCode categories(String name, List<String> values, Split split) {
        TreeSet<String> categories = new TreeSet<>();
        for (int row : split.train()) {
            categories.add(values.get(row));
        }
        categories.remove("");
        return new CategoryCode(name, List.copyOf(categories), false, false);
    }

    private static Features.Values encode(TableRecipe recipe, Table table) {
        int rows = table.rowCount();
        int width = recipe.width();
        float[] data = new float[Math.multiplyExact(rows, width)];
        int at = 0;
        for (ColumnCode code : recipe.columns()) {
            if (code instanceof NumberCode number) {
                double[] values = table.doubleColumn(code.name()).asDoubleArray();
                for (int row = 0; row < rows; row++) {
                    number.encode(values[row], data, row * width + at);
                }
            } else if (code instanceof CategoryCode category) {
                List<String> values = table.column(code.name()).asStringColumn().asList();
                for (int row = 0; row < rows; row++) {
                    category.encode(category.slot(values.get(row)), data, row * width + at);
                }
            }
            at += code.width();
        }
        return new Features.Values(new int[] {rows, width}, data);
    }

    private static double[] at(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static Prepared prepared(
            String name, Kind kind, Features features, Targets targets, Split split, TableRecipe recipe) {
        Examples all = new Examples(features, targets);
        Examples train = all.select(split.train(), 0, split.train().length);
        Examples test = all.select(split.test(), 0, split.test().length);
        TargetScale scale = new TargetScale(recipe.targetMean(), recipe.targetDeviation());
        return new Prepared(new PreparedData(name, kind, train, test, recipe.classes(), scale, 0), recipe);
    }
}
