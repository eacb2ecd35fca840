package quartet.harness.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import quartet.harness.Division;
import quartet.harness.Printable;
import quartet.harness.report.ResultFiles;
import quartet.harness.report.Results;
import quartet.harness.report.Tables;

/**
 * The page {@code index.html}: everything that the results hold, as tables that sort and charts. It is one file that
 * loads nothing. Its content security policy admits no script but its own, so that text from a worker stays text.
 */
public final class ResultPage {
    private static final Configuration TEMPLATES = configuration();

    private ResultPage() {}

    /**
     * A project's division, as the template shows it.
     *
     * @param id a name that is unique in the page
     * @param title one line
     * @param verdict the findings in a sentence or two
     * @param tables of the summary
     * @param figures charts that have data
     */
    public record Section(String id, String title, String verdict, List<SortableTable> tables, List<Figure> figures) {}

    /** Writes the page into the folder of the results. The file is complete at any time. */
    public static void write(Path folder, Results results) {
        Path file = folder.resolve("index.html");
        try {
            ResultFiles.write(file, html(results));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Returns the page. */
    static String html(Results results) {
        String script = resource("sort.js");
        Map<String, Object> model = Map.of(
                "sections", sections(results),
                "environment", Tables.environment(results),
                "engines", engines(results),
                "deviations", Tables.deviations(results),
                "style", resource("page.css"),
                "script", script,
                "scriptHash", sha256(script));
        StringWriter out = new StringWriter();
        try {
            TEMPLATES.getTemplate("index.html.ftlh").process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException("index.html.ftlh", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("index.html.ftlh: " + e.getMessageWithoutStackTop(), e);
        }
        return out.toString();
    }

    private static List<Section> sections(Results results) {
        List<Section> sections = new ArrayList<>();
        for (Group group : Group.of(results)) {
            String id = "p" + sections.size();
            Results part = results.with(group.summaries());
            String title = group.project() + " on " + group.dataset()
                    + (group.division() == Division.STRICT
                            ? ""
                            : ", " + group.division().title() + " division")
                    + (group.variant().isEmpty() ? "" : ", " + group.variant());
            sections.add(new Section(
                    id,
                    Printable.line(title),
                    Verdict.of(group),
                    Tables.of(part).stream().map(SortableTable::of).toList(),
                    Figures.of(id, group)));
        }
        return sections;
    }

    private static List<List<String>> engines(Results results) {
        return results.environment().engines().stream()
                .map(e -> Printable.lines(List.of(
                        e.engine(), e.framework(), e.nativeLibrary(), e.device(), Integer.toString(e.threads()))))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = ResultPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(ResultPage.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setRecognizeStandardFileExtensions(true);
        return configuration;
    }
}
