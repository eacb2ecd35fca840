package quartet.harness.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartet.harness.UsageException;
import quartet.harness.chart.Axis;
import quartet.harness.chart.Figure;
import quartet.harness.chart.Svg;
import quartet.harness.html.ReportPage;
import quartet.harness.report.RunConditions;
import quartet.harness.results.Results;
import quartet.harness.results.Summary;

/**
 * Draws a comparison as one SVG file: a table of scores and training times, and the score of each project over the
 * training time. The picture contains the name of the run.
 */
public final class Picture {
    private static final int WIDTH = 960;
    private static final int MARGIN = 28;
    private static final int NAMES = 170;
    private static final int ROW = 25;
    private static final int LEGEND_LINE = 20;
    private static final int COLUMNS = 2;
    private static final int CHART_WIDTH = 436;
    private static final int CHART_HEIGHT = 340;
    /** Charts are drawn larger than in a page, so that their text has to be smaller. */
    private static final String CHART_STYLE =
            "svg svg .tick, svg svg .axis { font-size: 9.2px; } svg svg .line { stroke-width: 1.6; }";

    private Picture() {}

    /**
     * Returns the picture of the first measured division.
     *
     * @throws UsageException if the comparison has no results
     */
    public static String of(Results results) {
        List<Group> groups = Group.first(Group.of(results));
        if (groups.isEmpty()) {
            throw new UsageException("--picture: the comparison has no results yet");
        }
        Set<String> engines = new LinkedHashSet<>();
        groups.forEach(group -> group.summaries().forEach(summary -> engines.add(summary.engine())));
        List<Figure> figures = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (Group group : groups) {
            Curves.scoreOverTime("c" + figures.size(), group).findFirst().ifPresent(figure -> {
                figures.add(figure);
                titles.add(Group.title(group.project()));
            });
        }
        int table = MARGIN + 52 + ROW * engines.size();
        int rows = (figures.size() + COLUMNS - 1) / COLUMNS;
        List<List<Figure.Entry>> entries =
                figures.isEmpty() ? List.of() : lines(figures.get(0).legend());
        int legend = entries.isEmpty() ? 0 : 26 + LEGEND_LINE * entries.size();
        int height = table + legend + rows * (CHART_HEIGHT + 34) + 62;
        Svg svg = new Svg(
                WIDTH,
                height,
                "quartet",
                "Quartet: scores and training times",
                String.join("; ", RunConditions.of(results)));
        svg.background(WIDTH, height);
        table(svg, groups, List.copyOf(engines));
        for (int line = 0; line < entries.size(); line++) {
            legend(svg, entries.get(line), table + 34 + LEGEND_LINE * line);
        }
        for (int i = 0; i < figures.size(); i++) {
            double x = MARGIN + i % COLUMNS * (WIDTH - 2 * MARGIN - CHART_WIDTH);
            double y = table + legend + 22 + i / COLUMNS * (CHART_HEIGHT + 34);
            svg.text("name", x, y - 10, "start", titles.get(i));
            svg.image(figures.get(i).svg(), x, y, CHART_WIDTH, CHART_HEIGHT);
        }
        List<String> lines = RunConditions.of(results);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(
                    "tick",
                    MARGIN,
                    height - 18 - 17 * (lines.size() - 1 - i),
                    "start",
                    Svg.shortened(lines.get(i), 150));
        }
        return svg.standalone(ReportPage.chartStyle() + CHART_STYLE);
    }

    /** Draws a row for each engine, with the score and the training time of each project. */
    private static void table(Svg svg, List<Group> groups, List<String> engines) {
        double column = (WIDTH - 2.0 * MARGIN - NAMES) / groups.size();
        svg.line("frame", MARGIN, MARGIN, WIDTH - MARGIN, MARGIN);
        for (int i = 0; i < groups.size(); i++) {
            double right = MARGIN + NAMES + column * (i + 1);
            svg.text(
                    "name", right, MARGIN + 18, "end", Group.title(groups.get(i).project()));
            svg.text("tick", right - 84, MARGIN + 36, "end", groups.get(i).scoreTitle());
            svg.text("tick", right, MARGIN + 36, "end", "training");
        }
        svg.line("frame", MARGIN, MARGIN + 45, WIDTH - MARGIN, MARGIN + 45);
        for (int row = 0; row < engines.size(); row++) {
            double y = MARGIN + 62 + ROW * row;
            svg.text("name", MARGIN, y, "start", Svg.shortened(engines.get(row), 24));
            for (int i = 0; i < groups.size(); i++) {
                double right = MARGIN + NAMES + column * (i + 1);
                Group group = groups.get(i);
                Optional<Summary> summary = group.summary(engines.get(row));
                svg.text(
                        "cell",
                        right - 84,
                        y,
                        "end",
                        summary.map(s -> score(s.scores().get(group.score()))).orElse(""));
                svg.text("cell", right, y, "end", summary.map(Picture::seconds).orElse(""));
            }
        }
        double bottom = MARGIN + 52 + ROW * engines.size();
        svg.line("frame", MARGIN, bottom, WIDTH - MARGIN, bottom);
    }

    private static String score(@Nullable Double score) {
        return score == null ? "" : String.format(Locale.ROOT, "%.3f", score);
    }

    private static String seconds(Summary summary) {
        Double seconds = summary.trainSeconds();
        return seconds == null ? summary.status().title() : Axis.label(Math.rint(seconds * 100) / 100) + " s";
    }

    /** Divides the entries of a legend into lines that fit the width. */
    private static List<List<Figure.Entry>> lines(List<Figure.Entry> entries) {
        List<List<Figure.Entry>> lines = new ArrayList<>();
        double width = 0;
        for (Figure.Entry entry : entries) {
            if (lines.isEmpty() || width + width(entry) > WIDTH - 2 * MARGIN) {
                lines.add(new ArrayList<>());
                width = 0;
            }
            lines.get(lines.size() - 1).add(entry);
            width += width(entry);
        }
        return lines;
    }

    private static double width(Figure.Entry entry) {
        return 62 + 7.2 * entry.name().length();
    }

    private static void legend(Svg svg, List<Figure.Entry> entries, double y) {
        double x = MARGIN;
        for (Figure.Entry entry : entries) {
            svg.image(entry.svg(), x, y - 10, 32, 12);
            svg.text("cell", x + 40, y, "start", entry.name());
            x += width(entry);
        }
    }
}
