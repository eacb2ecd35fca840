package quartet.harness.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.harness.Division;
import quartet.harness.Printable;
import quartet.harness.report.ResultFiles;
import quartet.harness.report.Results;
import quartet.harness.report.RunConditions;
import quartet.harness.report.Tables;
import quartet.harness.report.Tables.Table;

/** The page {@code index.html}: everything that the results of one comparison hold, as tables that sort and charts. */
public final class ResultPage {
    private static final String NAME = "index.html";

    private ResultPage() {}

    /** Writes the page into the folder of the results. The file is complete at any time. */
    public static void write(Path folder, Results results) {
        Path file = folder.resolve(NAME);
        try {
            ResultFiles.write(file, html(results));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Returns the page, which makes no request. */
    static String html(Results results) {
        return html(results, "");
    }

    /**
     * Returns the page of a running comparison.
     *
     * @param version that it compares with that of its own address, to load itself anew
     */
    public static String live(Results results, String version) {
        return html(results, version);
    }

    private static String html(Results results, String version) {
        List<Group> groups = Group.of(results);
        Map<List<String>, List<Group>> projects = new LinkedHashMap<>();
        groups.forEach(
                group -> projects.computeIfAbsent(List.of(group.project(), group.dataset()), key -> new ArrayList<>())
                        .add(group));
        List<Section> sections = new ArrayList<>();
        projects.values().forEach(divisions -> sections.add(section("p" + sections.size(), divisions, results)));
        sections.addAll(ReceiptSection.of(results));
        return PageTemplate.render(new PageTemplate.Content(
                title(groups), RunConditions.of(results), Overview.of(groups), sections, true, version));
    }

    /** Returns the page of a comparison in which no run has ended yet. It loads itself anew when one has. */
    public static String waiting(String version) {
        return PageTemplate.render(new PageTemplate.Content(
                "Comparison of engines",
                List.of("The first results appear when parity has been shown and the first run has ended."),
                Part.of("", ""),
                List.of(),
                false,
                version));
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

    /** Returns the divisions of one project and data set, and the combinations of a sweep. */
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
