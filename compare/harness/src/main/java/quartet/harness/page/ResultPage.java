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

    /** Returns the page of a comparison without a finished run. It reloads when the first run has ended. */
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
