package quartet.harness.html;

import java.util.List;
import java.util.stream.Stream;
import quartet.harness.chart.Figure;

/**
 * A part of a section: tables, charts and grids under one heading. The type is public for the page's template.
 *
 * @param title heading; empty for the first part of a section
 * @param note an explanation, or empty
 * @param legend common legend of the charts without a legend of their own
 * @param tables sortable tables
 * @param curves small charts, up to four in a row
 * @param figures charts, up to three in a row
 * @param grids tables with shaded cells
 * @param galleries images and texts
 * @param data tables with the numbers of the charts, shown on demand
 */
public record Part(
        String title,
        String note,
        List<Figure.Entry> legend,
        List<SortableTable> tables,
        List<Figure> curves,
        List<Figure> figures,
        List<Grid> grids,
        List<Gallery> galleries,
        List<SortableTable> data) {

    /** Returns an empty part. */
    public static Part of(String title, String note) {
        return new Part(title, note, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Returns the part with these tables. */
    public Part withTables(List<SortableTable> added) {
        return new Part(title, note, legend, added, curves, figures, grids, galleries, data);
    }

    /** Returns the part with these small charts. A legend that several of them share is shown once, above them. */
    public Part withCurves(List<Figure> added) {
        List<Figure.Entry> shared = sharedLegend(added);
        return new Part(
                title,
                note,
                shared.isEmpty() ? legend : shared,
                tables,
                without(shared, added),
                figures,
                grids,
                galleries,
                data);
    }

    /** Returns the part with these charts. A legend that several of them share is shown once, above them. */
    public Part withFigures(List<Figure> added) {
        List<Figure.Entry> shared = sharedLegend(added);
        return new Part(
                title,
                note,
                shared.isEmpty() ? legend : shared,
                tables,
                curves,
                without(shared, added),
                grids,
                galleries,
                data);
    }

    /** Returns the first legend, if at least two charts have it. */
    private static List<Figure.Entry> sharedLegend(List<Figure> figures) {
        List<List<Figure.Entry>> legends = figures.stream()
                .map(Figure::legend)
                .filter(entries -> !entries.isEmpty())
                .toList();
        boolean shared = legends.stream()
                        .filter(entries -> entries.equals(legends.get(0)))
                        .count()
                > 1;
        return shared ? legends.get(0) : List.of();
    }

    private static List<Figure> without(List<Figure.Entry> shared, List<Figure> figures) {
        return figures.stream()
                .map(figure -> figure.legend().equals(shared) ? figure.withoutLegend() : figure)
                .toList();
    }

    /** Returns the part with these grids. */
    public Part withGrids(List<Grid> added) {
        return new Part(title, note, legend, tables, curves, figures, added, galleries, data);
    }

    /** Returns the part with these galleries. */
    public Part withGalleries(List<Gallery> added) {
        return new Part(title, note, legend, tables, curves, figures, grids, added, data);
    }

    /** Returns the part with the numbers of its charts. */
    public Part withData(List<SortableTable> added) {
        return new Part(title, note, legend, tables, curves, figures, grids, galleries, added);
    }

    /** Returns whether the part has no content. */
    boolean isEmpty() {
        return Stream.of(tables, curves, figures, grids, galleries, data).allMatch(List::isEmpty);
    }
}
