package quartet.harness.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartet.harness.Division;
import quartet.harness.html.Part;
import quartet.harness.html.SortableTable;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Summary;

/** Creates the table and the charts that show all projects together. */
final class Overview {
    private Overview() {}

    /** Returns the overview of the first division and combination of a sweep; empty for a single project. */
    static Part of(List<Group> groups) {
        List<Group> shown = Group.first(groups);
        if (shown.size() < 2) {
            return Part.of("", "");
        }
        return Part.of("", "")
                .withTables(List.of(SortableTable.of(table(shown, shown.size() < groups.size()))))
                .withFigures(Stream.concat(
                                Ratios.overview(
                                        "Training time relative to scratch",
                                        "times the training time of scratch",
                                        "o-train",
                                        shown,
                                        Summary::toScratch),
                                Ratios.overview(
                                        "Time from process start to the trained network, relative to scratch",
                                        "times that of scratch",
                                        "o-whole",
                                        shown,
                                        Summary::wholeToScratch))
                        .toList());
    }

    /** Returns a table with a row for each engine, and the score and the training time of each project. */
    private static Table table(List<Group> groups, boolean named) {
        List<String> columns = new ArrayList<>(List.of("engine"));
        Set<String> engines = new LinkedHashSet<>();
        for (Group group : groups) {
            columns.add(Group.title(group.project()) + ": " + group.scoreTitle());
            columns.add("train\u00a0s");
            group.summaries().forEach(summary -> engines.add(summary.engine()));
        }
        List<List<String>> rows = new ArrayList<>();
        for (String engine : engines) {
            List<String> row = new ArrayList<>(List.of(engine));
            for (Group group : groups) {
                row.add(group.summary(engine)
                        .map(summary -> number("%.4f", summary.scores().get(group.score()), ""))
                        .orElse(""));
                row.add(group.summary(engine).map(Overview::seconds).orElse(""));
            }
            rows.add(row);
        }
        String division = groups.get(0).division() == Division.STRICT ? "strict division" : "idiomatic division";
        return new Table(
                "Score on the test set and training time" + (named ? ", " + division : ""), columns, rows, List.of());
    }

    private static String seconds(Summary summary) {
        return number("%.2f", summary.trainSeconds(), summary.status().title());
    }

    private static String number(String format, @Nullable Double value, String otherwise) {
        return value == null ? otherwise : String.format(Locale.ROOT, format, value);
    }
}
