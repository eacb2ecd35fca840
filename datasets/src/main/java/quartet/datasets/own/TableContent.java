package quartet.datasets.own;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import quartet.datasets.DatasetException;
import quartet.datasets.profile.ColumnKind;
import quartet.datasets.profile.ColumnProfile;
import quartet.datasets.profile.ColumnProfiler;
import quartet.datasets.raw.MissingValue;
import quartet.datasets.raw.RawRow;
import quartet.datasets.raw.TableFile;
import quartet.datasets.recipe.NumberCode;
import quartet.datasets.rows.ColumnNames;

/** The rows of a table that have a target, and the profile of every column. */
final class TableContent {
    /** The minimum number of rows for splitting, scaling and scoring. */
    private static final int FEWEST_ROWS = 10;

    private final TableFile file;
    private final int target;
    private final boolean numericTarget;
    private final int time;
    private final List<ColumnProfile> profiles = new ArrayList<>();
    private final List<StoredColumn> columns = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final LeftOut leftOut = new LeftOut();
    private long allRows;
    private long withoutTarget;
    private int rows;

    private TableContent(TableFile file, int target, boolean numericTarget, int time) {
        this.file = file;
        this.target = target;
        this.numericTarget = numericTarget;
        this.time = time;
    }

    /**
     * Reads a file twice: first to profile it, then to store the usable columns.
     *
     * @param targetName the column to predict
     * @param numericTarget whether the target is a number, not a class
     * @param timeName the column of the time; empty if there is none
     * @throws DatasetException if the file is not a table, a column is missing or unsuitable, or there are too few
     *     rows
     */
    static TableContent read(Path path, String targetName, boolean numericTarget, String timeName) {
        List<String> known = timeName.isEmpty() ? List.of(targetName) : List.of(targetName, timeName);
        TableFile file = TableFile.open(path, known);
        int target = ColumnNames.index(file, "--target", targetName);
        int time = timeName.isEmpty() ? -1 : ColumnNames.index(file, "--split time", timeName);
        TableContent content = new TableContent(file, target, numericTarget, time);
        content.profile();
        TargetCheck.check(content.where(), content.targetProfile(), numericTarget);
        content.checkTime();
        content.store();
        return content;
    }

    private void profile() {
        List<ColumnProfiler> profilers =
                file.names().stream().map(ColumnProfiler::new).toList();
        file.read(
                row -> {
                    allRows++;
                    if (MissingValue.is(row.cells()[target])) {
                        withoutTarget++;
                        return;
                    }
                    for (int j = 0; j < profilers.size(); j++) {
                        profilers.get(j).add(row.line(), row.cells()[j]);
                    }
                },
                leftOut::add);
        long usable = allRows - withoutTarget;
        if (leftOut.count() > allRows) {
            throw new DatasetException(where() + ": most rows do not fit the header; " + leftOut.first());
        }
        if (usable < FEWEST_ROWS) {
            throw new DatasetException(where() + " has " + usable + (usable == 1 ? " row" : " rows")
                    + " with a value in column '" + file.names().get(target) + "'; expected at least " + FEWEST_ROWS);
        }
        boolean commas = file.separator() != ',' && profilers.stream().anyMatch(ColumnProfiler::needsComma);
        for (int j = 0; j < profilers.size(); j++) {
            profiles.add(profilers.get(j).profile(commas));
            positions.put(file.names().get(j), j);
        }
    }

    private void checkTime() {
        if (time >= 0
                && profiles.get(time).kind() != ColumnKind.DATE
                && !profiles.get(time).numeric()) {
            throw new DatasetException(where() + ": --split time needs dates or numbers, but column '"
                    + file.names().get(time) + "' holds neither");
        }
    }

    private void store() {
        int expected = Math.toIntExact(allRows - withoutTarget);
        checkMemory(expected);
        for (int j = 0; j < profiles.size(); j++) {
            columns.add(column(j, expected));
        }
        file.read(this::store, problem -> {});
    }

    private void store(RawRow row) {
        String cell = row.cells()[target];
        if (MissingValue.is(cell)) {
            return;
        }
        if (numericTarget && Double.isNaN(targetProfile().style().parse(cell))) {
            leftOut.add("line " + row.line() + ": the target '" + cell + "' is not a number");
            return;
        }
        for (int j = 0; j < columns.size(); j++) {
            if (isStored(j)) {
                columns.get(j).add(row.cells()[j]);
            }
        }
        rows++;
    }

    private void checkMemory(int expected) {
        long bytes = 0;
        long width = 0;
        for (int j = 0; j < profiles.size(); j++) {
            ColumnProfile profile = profiles.get(j);
            if (j == target) {
                bytes += (long) Double.BYTES * expected;
            } else if (profile.kind() == ColumnKind.CATEGORY) {
                bytes += (long) Integer.BYTES * expected;
                width += Math.min(ColumnLearner.CATEGORIES, profile.distinct());
            } else if (profile.kind().usable()) {
                bytes += (long) Double.BYTES * expected;
                width += profile.missing() > 0 ? 2 : 1;
            }
        }
        MemoryNeed.check(where(), expected, Math.max(1, width), bytes);
    }

    private boolean isStored(int j) {
        return j == target || j == time || profiles.get(j).kind().usable();
    }

    private StoredColumn column(int j, int capacity) {
        ColumnProfile profile = profiles.get(j);
        if (!isStored(j)) {
            return StoredColumn.values(0);
        }
        if (j == target) {
            return numericTarget
                    ? StoredColumn.numbers(code(profile, List.of()), capacity)
                    : StoredColumn.values(capacity);
        }
        if (profile.kind() == ColumnKind.DATE) {
            return StoredColumn.dates(profile.datePattern(), capacity);
        }
        return profile.numeric()
                ? StoredColumn.numbers(code(profile, profile.sentinels()), capacity)
                : StoredColumn.values(capacity);
    }

    private static NumberCode code(ColumnProfile profile, List<Double> sentinels) {
        return new NumberCode(profile.name(), profile.style(), sentinels, 0, 0, 1, false);
    }

    /** Returns the file, for messages. */
    String where() {
        return file.source().path().toString();
    }

    /** Returns the number of stored rows. */
    int rows() {
        return rows;
    }

    /** Returns the profile of every column in the order of the file. */
    List<ColumnProfile> profiles() {
        return profiles;
    }

    ColumnProfile targetProfile() {
        return profiles.get(target);
    }

    StoredColumn target() {
        return columns.get(target);
    }

    StoredColumn column(int j) {
        return columns.get(j);
    }

    StoredColumn column(String name) {
        return columns.get(positions.getOrDefault(name, -1));
    }

    /** Returns the time of each row; a missing one is the earliest. */
    double[] times() {
        StoredColumn column = columns.get(time);
        return IntStream.range(0, rows)
                .mapToDouble(row -> Double.isNaN(column.number(row)) ? Double.NEGATIVE_INFINITY : column.number(row))
                .toArray();
    }

    /** Returns a description of the recognized form in one line. */
    String title() {
        return String.format(
                Locale.ROOT,
                "%s: %,d rows, %,d columns; %s",
                file.source().name(),
                allRows,
                file.names().size(),
                file.describe());
    }

    /** Returns notes about the header and the rows. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(file.notes());
        if (withoutTarget > 0) {
            notes.add(withoutTarget + (withoutTarget == 1 ? " row" : " rows") + " without a target left out");
        }
        notes.addAll(leftOut.lines());
        return notes;
    }
}
