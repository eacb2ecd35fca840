package quartet.harness.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quartet.harness.across.Conditions;
import quartet.harness.html.Part;
import quartet.harness.html.Section;
import quartet.harness.html.SortableTable;
import quartet.harness.report.DataTables;
import quartet.harness.report.Tables;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Results;

/** Creates the last section of a page: the conditions of the measurement. */
final class ReceiptSection {
    private ReceiptSection() {}

    static List<Section> of(Results results) {
        Conditions conditions = Conditions.of(results);
        List<Part> parts = new ArrayList<>();
        List<List<String>> common = new ArrayList<>();
        conditions.common().forEach((name, value) -> {
            if (!value.isEmpty()) {
                common.add(List.of(name, value));
            }
        });
        parts.add(Part.of("Machine and settings", "")
                .withTables(List.of(
                        SortableTable.text(new Table("All runs", List.of("condition", "value"), common, List.of())))));
        parts.add(Part.of("Own data", "")
                .withTables(
                        DataTables.of(results).stream().map(SortableTable::text).toList()));
        parts.add(scopes("Data, order and weights", "project", conditions.byProject()));
        parts.add(scopes("Engines", "engine", conditions.byEngine()));
        Part single = scopes("Single runs", "project, engine", conditions.byBoth());
        parts.add(Part.of(single.title(), "").withData(single.tables()));
        List<List<String>> deviations = new ArrayList<>();
        Tables.deviations(results)
                .forEach((engine, lines) -> lines.forEach(line -> deviations.add(List.of(engine, line))));
        parts.add(Part.of("Deviations from the specification", "")
                .withTables(
                        deviations.isEmpty()
                                ? List.of()
                                : List.of(SortableTable.text(new Table(
                                        "Deviations", List.of("engine", "deviation"), deviations, List.of())))));
        return List.of(new Section("receipt", "Receipt", "", List.of(), parts));
    }

    /** Returns a table with one row for each scope and one column for each condition of that scope. */
    private static Part scopes(String title, String first, Map<String, Map<String, String>> scopes) {
        Set<String> names = new LinkedHashSet<>();
        scopes.values().forEach(values -> names.addAll(values.keySet()));
        if (names.isEmpty()) {
            return Part.of(title, "");
        }
        List<String> columns = new ArrayList<>(List.of(first));
        columns.addAll(names);
        List<List<String>> rows = new ArrayList<>();
        scopes.forEach((scope, values) -> {
            List<String> row = new ArrayList<>(List.of(scope));
            names.forEach(name -> row.add(values.getOrDefault(name, "")));
            rows.add(row);
        });
        return Part.of(title, "").withTables(List.of(SortableTable.text(new Table(title, columns, rows, List.of()))));
    }
}
