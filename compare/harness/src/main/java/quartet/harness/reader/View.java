package quartet.harness.reader;

import java.util.List;

/** The data model of the page's template. */
public final class View {
    private View() {}

    /**
     * A project.
     *
     * @param id its name in addresses
     * @param title its name
     * @param dataset the data set on which it was measured; empty if it was not measured
     * @param columns the engines
     * @param rows the roles
     */
    public record ProjectView(String id, String title, String dataset, List<Column> columns, List<Row> rows) {}

    /**
     * An engine.
     *
     * @param engine its name
     * @param title its name in print
     */
    public record Column(String engine, String title) {}

    /**
     * A role.
     *
     * @param id its name in addresses
     * @param title its name
     * @param description one sentence
     * @param formulas in the margin
     * @param cells one for each column
     */
    public record Row(String id, String title, String description, List<Margin> formulas, List<Cell> cells) {}

    /**
     * A formula in the margin.
     *
     * @param title what it defines
     * @param mathml the formula
     * @param type the simple name of the class that computes it
     * @param href the file of the class; empty if it is missing
     */
    public record Margin(String title, String mathml, String type, String href) {}

    /**
     * The code of one engine for a role.
     *
     * @param column the number of the engine
     * @param exampleLines lines of code of the example
     * @param strictLines lines of code of the strict adapter
     * @param figures the measurements
     * @param example the lines of the example
     * @param strict the lines of the strict adapter
     */
    public record Cell(
            int column,
            int exampleLines,
            int strictLines,
            List<String> figures,
            List<Block> example,
            List<Block> strict) {}

    /**
     * Consecutive lines.
     *
     * @param caption their location
     * @param href the file
     * @param lines the code
     */
    public record Block(String caption, String href, List<Line> lines) {}

    /**
     * A line of code.
     *
     * @param spaces its indentation
     * @param html the code
     * @param differences a code letter for each column (see {@link Difference}), or empty
     */
    public record Line(String spaces, String html, String differences) {}
}
