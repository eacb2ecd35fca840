package quartet.datasets;

<#assign classifier = kind == "classes">
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Converts the rows of a table to the numbers that a network reads. The statistics of the training rows are stored with
 * the network.
 *
 * <p>A column of numbers is standardized; a missing number becomes 0, the mean. Any other column becomes a column of
 * zeros and ones for each of its categories; all of them are 0 for a missing or unknown category.
 *
 * @param target the column to predict
 * @param columns the other columns
<#if classifier>
 * @param classes the names of the classes by index
<#else>
 * @param scale standardizes the target
</#if>
 */
public record TableEncoder(String target, List<Column> columns, <#if classifier>List<String> classes<#else>TargetScale scale</#if>) {
    private static final Set<String> MISSING = Set.of("", "?", "NA", "NaN", "nan", "null");

    /** Creates an encoder from training rows. */
    public static TableEncoder learn(Table table, String target) {
        List<String> targets = table.column(target);
        List<Column> columns = table.columns().stream()
                .filter(name -> !name.equals(target))
                .map(name -> Column.learn(name, table.column(name)))
                .toList();
<#if classifier>
        return new TableEncoder(
                target, columns, targets.stream().distinct().sorted().toList());
<#else>
        double[] values =
                targets.stream().mapToDouble(field -> number(target, field)).toArray();
        Scale scale = Scale.of(values);
        return new TableEncoder(target, columns, new TargetScale(scale.mean(), scale.deviation()));
</#if>
    }

    /** Returns the number of columns that a network reads. */
    public int width() {
        return columns.stream().mapToInt(Column::width).sum();
    }

    /**
     * Encodes rows with their targets.
     *
     * @throws IllegalArgumentException if a column is missing or a field cannot be read
     */
    public Examples examples(Table table) {
<#if classifier>
        int[] labels = table.column(target).stream().mapToInt(this::label).toArray();
        return new Examples(features(table), new Targets.Classes(labels, classes.size()));
<#else>
        List<String> fields = table.column(target);
        float[] values = new float[fields.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = scale.scale(number(target, fields.get(row)));
        }
        return new Examples(features(table), new Targets.Values(values));
</#if>
    }

    /**
     * Encodes rows without targets.
     *
     * @throws IllegalArgumentException if a column is missing or a field cannot be read
     */
    public Features.Values features(Table table) {
        int rows = table.rows().size();
        int width = width();
        float[] data = new float[rows * width];
        int offset = 0;
        for (Column column : columns) {
            List<String> fields = table.column(column.name());
            for (int row = 0; row < rows; row++) {
                column.encode(fields.get(row), data, row * width + offset);
            }
            offset += column.width();
        }
        return new Features.Values(new int[] {rows, width}, data);
    }

    /** Writes the encoder. */
    public void save(Path file) throws IOException {
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    }

    /** Reads an encoder that {@link #save} wrote. */
    public static TableEncoder load(Path file) throws IOException {
        return new JsonMapper().readValue(file.toFile(), TableEncoder.class);
    }
<#if classifier>

    private int label(String name) {
        int label = classes.indexOf(name);
        if (label < 0) {
            throw new IllegalArgumentException(
                    "column '" + target + "': expected one of " + classes + ", but was '" + name + "'");
        }
        return label;
    }
</#if>

    private static double number(String column, String field) {
        try {
            return MISSING.contains(field) ? Double.NaN : Double.parseDouble(field);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "column '" + column + "': expected a number, but was '" + field + "'", e);
        }
    }

    /**
     * A column of the table.
     *
     * @param name the name in the header
     * @param scale standardizes numbers
     * @param categories the categories by index; empty for a column of numbers
     */
    record Column(String name, Scale scale, List<String> categories) {
        /** The largest absolute value of a standardized number, so that outliers do not disturb the training. */
        private static final double LIMIT = 10;

        static Column learn(String name, List<String> fields) {
            List<String> present =
                    fields.stream().filter(field -> !MISSING.contains(field)).toList();
            try {
                double[] numbers = present.stream().mapToDouble(Double::parseDouble).toArray();
                return new Column(name, Scale.of(numbers), List.of());
            } catch (NumberFormatException e) {
                // A column with a field that is not a number is a column of categories.
                List<String> categories = present.stream().distinct().sorted().toList();
                return new Column(name, Scale.of(new double[0]), categories);
            }
        }

        int width() {
            return Math.max(1, categories.size());
        }

        void encode(String field, float[] data, int at) {
            if (categories.isEmpty()) {
                double z = scale.standardize(number(name, field));
                data[at] = (float) Math.max(-LIMIT, Math.min(LIMIT, z));
            } else if (categories.contains(field)) {
                data[at + categories.indexOf(field)] = 1;
            }
        }
    }
}
