package quartet.harness.page;

import java.util.List;
import quartet.harness.chart.Figure;

/**
 * A part of a section: tables, charts and grids under one heading. Public for the page's template.
 *
 * @param title heading; empty for the first part of a section
 * @param note how to read it, or empty
 * @param legend of all charts that have none of their own
 * @param tables that sort
 * @param figures charts
 * @param grids tables whose cells are shaded
 * @param data tables with the numbers of the charts, shown on demand
 */
public record Part(
        String title,
        String note,
        List<Figure.Entry> legend,
        List<SortableTable> tables,
        List<Figure> figures,
        List<Grid> grids,
        List<SortableTable> data) {

    static Part of(String title, String note) {
        return new Part(title, note, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    Part withTables(List<SortableTable> added) {
        return new Part(title, note, legend, added, figures, grids, data);
    }

    /** Adds charts. A legend that several of them share is shown once, above all of them. */
    Part withFigures(List<Figure> added) {
        List<List<Figure.Entry>> legends = added.stream()
                .map(Figure::legend)
                .filter(entries -> !entries.isEmpty())
                .toList();
        List<Figure.Entry> shared = legends.isEmpty() ? List.of() : legends.get(0);
        if (legends.stream().filter(shared::equals).count() < 2) {
            return new Part(title, note, legend, tables, added, grids, data);
        }
        List<Figure> shown = added.stream()
                .map(figure -> figure.legend().equals(shared) ? figure.withoutLegend() : figure)
                .toList();
        return new Part(title, note, shared, tables, shown, grids, data);
    }

    Part withGrids(List<Grid> added) {
        return new Part(title, note, legend, tables, figures, added, data);
    }

    Part withData(List<SortableTable> added) {
        return new Part(title, note, legend, tables, figures, grids, added);
    }

    boolean isEmpty() {
        return tables.isEmpty() && figures.isEmpty() && grids.isEmpty();
    }
}
