package quartet.harness.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quartet.harness.Division;
import quartet.harness.Printable;
import quartet.harness.chart.Svg;
import quartet.harness.html.Part;
import quartet.harness.html.ReportPage;
import quartet.harness.html.Section;
import quartet.harness.html.SortableTable;
import quartet.harness.report.ResultFiles;
import quartet.harness.report.RunConditions;
import quartet.harness.report.Tables;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Results;

/** Creates the page {@code index.html} with all results of one comparison, as sortable tables and charts. */
public final class ResultPage {
    private static final String NAME = "index.html";

    private ResultPage() {}

    /** Writes the page into the folder of the results. The file is replaced atomically. */
    public static void write(Path folder, Results results) {
        Path file = folder.resolve(NAME);
        try {
            ResultFiles.write(file, html(results));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Returns the static page. */
    static String html(Results results) {
        return html(results, "");
    }

    /**
     * Returns the page of a running comparison.
     *
     * @param version the version for which the page polls its address; it reloads when the version changes
     */
    public static String live(Results results, String version) {
        return html(results, version);
    }

    private static String html(Results results, String version) {
        List<Group> groups = Group.of(results);
        if (groups.isEmpty() && !version.isEmpty()) {
            return waiting(version);
        }
        Map<List<String>, List<Group>> projects = new LinkedHashMap<>();
        groups.forEach(
                group -> projects.computeIfAbsent(List.of(group.project(), group.dataset()), key -> new ArrayList<>())
                        .add(group));
        List<Section> sections = new ArrayList<>();
        projects.values().forEach(divisions -> sections.add(section("p" + sections.size(), divisions, results)));
        sections.addAll(ReceiptSection.of(results));
        List<String> lines = new ArrayList<>(RunConditions.of(results));
        lines.add(engines(results));
        return new ReportPage(title(groups), lead(groups), lines, Overview.of(groups), sections, true, version).html();
    }

    /** Returns the page of a comparison without a finished run. It reloads when the first run has ended. */
    public static String waiting(String version) {
        return new ReportPage(
                        "Comparison of engines",
                        "The comparison has begun. First each engine has to agree with float64. The page shows the first "
                                + "results when a run has ended, and grows by itself.",
                        List.of(),
                        Part.of("", ""),
                        List.of(),
                        false,
                        version)
                .html();
    }

    private static String lead(List<Group> groups) {
        boolean several = groups.stream().anyMatch(group -> group.summaries().size() > 1);
        return several && groups.stream().anyMatch(group -> group.division() == Division.STRICT)
                ? "All engines train the same networks, from the same initial weights, on the same batches. Before their "
                        + "times are compared, each has to agree with the same computation in float64."
                : "";
    }

    /** Returns the display names of the engines. */
    private static String engines(Results results) {
        return results.environment().engines().stream()
                .map(engine -> Svg.shortened(engine.engine(), 40) + ": " + Svg.shortened(engine.title(), 60))
                .collect(Collectors.joining("; "));
    }

    private static String title(List<Group> groups) {
        long engines = groups.stream()
                .flatMap(group -> group.summaries().stream())
                .map(summary -> summary.engine())
                .distinct()
                .count();
        long projects = groups.stream().map(Group::project).distinct().count();
        return groups.isEmpty()
                ? "Comparison of engines"
                : "Comparison of " + count(engines, "engine") + " on " + count(projects, "project");
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Returns the section of one project and data set, with its divisions and the combinations of a sweep. */
    private static Section section(String id, List<Group> groups, Results results) {
        Group first = groups.get(0);
        List<Table> tables = Tables.of(results.with(
                groups.stream().flatMap(group -> group.summaries().stream()).toList()));
        boolean swept = groups.stream().map(Group::variant).distinct().count() > 1;
        List<Part> parts = new ArrayList<>();
        if (swept) {
            parts.add(SweepPart.of(id + "s", groups, tables.subList(groups.size(), tables.size())));
        }
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            List<SortableTable> table = List.of(SortableTable.of(tables.get(i)));
            if (swept) {
                parts.add(Part.of(group.heading(), "").withTables(table));
            } else if (group.division() == Division.STRICT) {
                parts.addAll(StrictParts.of(id, group, table, results.testSets()));
            } else {
                parts.add(IdiomaticPart.of(id + "i", group, groups, table));
                if (groups.size() == 1) {
                    parts.add(Predictions.of(id + "i", group, results.testSets()));
                }
            }
        }
        boolean named = groups.size() > 1 || first.division() != Division.STRICT;
        return new Section(
                id,
                Group.title(first.project()),
                Printable.line(first.project() + " on " + first.dataset()),
                groups.stream().map(group -> Verdict.of(group, named)).toList(),
                parts);
    }
}
