package quartet.harness.page;

import java.util.List;
import quartet.harness.chart.Figure;

/**
 * A part of a section: tables, charts and grids under one heading. The type is public for the page's template.
 *
 * @param title heading; empty for the first part of a section
 * @param note an explanation, or empty
 * @param legend common legend of the charts without a legend of their own
 * @param tables sortable tables
 * @param figures charts
 * @param grids tables with shaded cells
 * @param galleries images and texts
 * @param data tables with the numbers of the charts, shown on demand
 */
public record Part(
        String title,
        String note,
        List<Figure.Entry> legend,
        List<SortableTable> tables,
        List<Figure> figures,
        List<Grid> grids,
        List<Gallery> galleries,
        List<SortableTable> data) {

    static Part of(String title, String note) {
        return new Part(title, note, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    Part withTables(List<SortableTable> added) {
        return new Part(title, note, legend, added, figures, grids, galleries, data);
    }

    /** Returns this part with further charts. A legend that several charts share is shown once, above them. */
    Part withFigures(List<Figure> added) {
        List<List<Figure.Entry>> legends = added.stream()
                .map(Figure::legend)
                .filter(entries -> !entries.isEmpty())
                .toList();
        List<Figure.Entry> shared = legends.isEmpty() ? List.of() : legends.get(0);
        if (legends.stream().filter(shared::equals).count() < 2) {
            return new Part(title, note, legend, tables, added, grids, galleries, data);
        }
        List<Figure> shown = added.stream()
                .map(figure -> figure.legend().equals(shared) ? figure.withoutLegend() : figure)
                .toList();
        return new Part(title, note, shared, tables, shown, grids, galleries, data);
    }

    Part withGrids(List<Grid> added) {
        return new Part(title, note, legend, tables, figures, added, galleries, data);
    }

    Part withGalleries(List<Gallery> added) {
        return new Part(title, note, legend, tables, figures, grids, added, data);
    }

    Part withData(List<SortableTable> added) {
        return new Part(title, note, legend, tables, figures, grids, galleries, added);
    }

    boolean isEmpty() {
        return tables.isEmpty() && figures.isEmpty() && grids.isEmpty() && galleries.isEmpty();
    }
}
