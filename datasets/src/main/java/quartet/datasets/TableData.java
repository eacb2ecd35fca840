package quartet.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.CatalogueEntry.SplitRule;
import quartet.datasets.format.CsvReader;
import quartet.datasets.format.MalformedDataException;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Prepares tables: reads them, splits them, and encodes them with the statistics of the training rows. */
final class TableData {
    private TableData() {}

    /**
     * Loads a data set of format {@link Format#CSV}.
     *
     * @throws DatasetException if the file is missing or damaged, or the table does not suit the entry
     * @throws MalformedDataException if the file is not a table
     */
    static PreparedData load(CatalogueEntry entry, long seed) throws MalformedDataException {
        DataFile file = entry.files().get(0);
        Table table = CsvReader.read(file.path(), DatasetFiles.read(entry, file));
        return prepare(entry.name(), entry.kind(), table, entry.target(), entry.split(), seed);
    }

    /**
     * Splits and encodes a table. Rows without a target are dropped.
     *
     * @throws DatasetException if the target column is missing or does not suit the kind, there is no other column, or
     *     fewer than two rows have a target
     */
    static PreparedData prepare(String name, Kind kind, Table source, String target, SplitRule rule, long seed) {
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

    private static PreparedData classes(String name, Table table, String target, SplitRule rule, long seed) {
        Column<?> column = table.column(target);
        List<String> classes =
                new ArrayList<>(new TreeSet<>(column.asStringColumn().asList()));
        int[] labels = column.asStringColumn().asList().stream()
                .mapToInt(classes::indexOf)
                .toArray();
        Split split = split(rule, labels, seed);
        Targets.Classes targets = new Targets.Classes(labels, classes.size());
        Features.Values features = encode(name, table, target, split);
        return prepared(name, Kind.TABLE_CLASSES, features, targets, split, classes, TargetScale.IDENTITY);
    }

    private static PreparedData values(String name, Table table, String target, SplitRule rule, long seed) {
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
        Features.Values features = encode(name, table, target, split);
        return prepared(name, Kind.TABLE_VALUES, features, new Targets.Values(scaled), split, List.of(), scale);
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

    /** Encodes all columns except the target: standardizes numeric columns and one-hot encodes text columns. */
    private static Features.Values encode(String name, Table table, String target, Split split) {
        List<float[]> encoded = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (column.name().equals(target)) {
                continue;
            }
            if (column.type() == ColumnType.DOUBLE) {
                encoded.add(standardized(table.doubleColumn(column.name()).asDoubleArray(), split));
            } else {
                encoded.addAll(oneHot(column.asStringColumn().asList(), split));
            }
        }
        if (encoded.isEmpty()) {
            throw new DatasetException("'" + name + "' has no column besides the target '" + target + "'");
        }
        int rows = table.rowCount();
        float[] data = new float[Math.multiplyExact(rows, encoded.size())];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < encoded.size(); j++) {
                data[row * encoded.size() + j] = encoded.get(j)[row];
            }
        }
        return new Features.Values(new int[] {rows, encoded.size()}, data);
    }

    private static float[] standardized(double[] values, Split split) {
        Standardizer standardizer = Standardizer.fit(List.of(at(values, split.train())));
        float[] standardized = new float[values.length];
        for (int row = 0; row < values.length; row++) {
            standardized[row] = standardizer.standardize(0, values[row]);
        }
        return standardized;
    }

    /**
     * Returns a column of zeros and ones for each category of the training rows. A missing or unknown category is 0 in
     * all columns.
     */
    private static List<float[]> oneHot(List<String> values, Split split) {
        TreeSet<String> categories = new TreeSet<>();
        for (int row : split.train()) {
            categories.add(values.get(row));
        }
        categories.remove("");
        List<float[]> columns = new ArrayList<>();
        for (String category : categories) {
            float[] column = new float[values.size()];
            for (int row = 0; row < column.length; row++) {
                column[row] = category.equals(values.get(row)) ? 1 : 0;
            }
            columns.add(column);
        }
        return columns;
    }

    private static double[] at(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static PreparedData prepared(
            String name,
            Kind kind,
            Features features,
            Targets targets,
            Split split,
            List<String> classes,
            TargetScale scale) {
        Examples all = new Examples(features, targets);
        Examples train = all.select(split.train(), 0, split.train().length);
        Examples test = all.select(split.test(), 0, split.test().length);
        return new PreparedData(name, kind, train, test, classes, scale, 0);
    }
}
