package quartet.harness.report;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quartet.harness.Printable;
import quartet.harness.results.Results;

/** Creates the report of a comparison from a template. */
public final class Report {
    private static final Configuration TEMPLATES = configuration();

    private Report() {}

    static String markdown(Results results) {
        Map<String, Object> model = Map.of(
                "environment", RunConditions.of(results),
                "engines", engines(results),
                "tables", Tables.of(results),
                "details", Details.of(results),
                "steps", Details.steps(results),
                "deviations", Tables.deviations(results),
                "parity", parity(results),
                "ownData", DataTables.of(results),
                "md", (TemplateMethodModelEx) arguments -> Markdown.escape(String.valueOf(arguments.get(0))));
        StringWriter out = new StringWriter();
        try {
            TEMPLATES.getTemplate("report.md.ftl").process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException("report.md.ftl", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("report.md.ftl: " + e.getMessageWithoutStackTop(), e);
        }
        return out.toString();
    }

    /** Returns a Markdown document with these tables. */
    public static String markdown(String title, List<Tables.Table> tables) {
        StringBuilder text = new StringBuilder("# " + Markdown.escape(title) + "\n");
        for (Tables.Table table : tables) {
            text.append("\n## ").append(Markdown.escape(table.title())).append("\n\n");
            text.append(row(table.columns()));
            text.append(row(table.columns().stream().map(column -> "---").toList()));
            table.rows().forEach(cells -> text.append(row(cells)));
            if (!table.notes().isEmpty()) {
                text.append('\n');
                table.notes()
                        .forEach(note ->
                                text.append("- ").append(Markdown.escape(note)).append('\n'));
            }
        }
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static List<List<String>> engines(Results results) {
        return results.environment().engines().stream()
                .map(e -> Printable.lines(List.of(
                        e.engine(), e.framework(), e.nativeLibrary(), e.device(), Integer.toString(e.threads()))))
                .toList();
    }

    /**
     * Returns a row for the parity of each project and engine: the verdict, the distance from float64, the number of
     * excused near-ties, and the comparison that came closest to its tolerance.
     */
    private static List<List<String>> parity(Results results) {
        return results.runs().stream()
                .filter(run -> run.round() == 1)
                .flatMap(run -> Stream.ofNullable(run.parity())
                        .map(parity -> Printable.lines(List.of(
                                run.project(),
                                run.engine(),
                                parity.status(),
                                String.format(Locale.ROOT, "%.1e", parity.distance()),
                                Integer.toString(parity.excused().size()),
                                closest(parity)))))
                .toList();
    }

    private static String closest(Results.Parity parity) {
        return parity.steps().stream()
                .max(Comparator.comparingDouble(Results.ParityStep::severity))
                .map(Results.ParityStep::toString)
                .orElse("");
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Report.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setRecognizeStandardFileExtensions(true);
        return configuration;
    }
}
