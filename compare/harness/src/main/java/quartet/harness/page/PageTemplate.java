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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The common template of all pages. A page is one file that loads no other. Its content security policy permits only
 * its own script, so text from a worker cannot run as code.
 */
final class PageTemplate {
    private static final Configuration TEMPLATES = configuration();

    private PageTemplate() {}

    /**
     * The content of a page.
     *
     * @param title heading
     * @param lines the conditions of the measurement
     * @param overview charts next to the findings
     * @param sections the sections in order
     * @param glossary whether the page ends with an explanation of the tables' columns
     * @param version the version for which a live page polls its address, and reloads when it changes; empty for a
     *     static page
     */
    record Content(
            String title,
            List<String> lines,
            Part overview,
            List<Section> sections,
            boolean glossary,
            String version) {}

    static String render(Content content) {
        String script = resource("page.js") + (content.version().isEmpty() ? "" : resource("live.js"));
        Map<String, Object> model = Map.of(
                "title", content.title(),
                "lines", content.lines(),
                "overview", content.overview(),
                "sections", content.sections(),
                "glossary", content.glossary(),
                "connect", content.version().isEmpty() ? "" : " connect-src 'self';",
                "version", content.version(),
                "style", resource("tokens.css") + resource("chart.css") + resource("page.css"),
                "script", script,
                "scriptHash", sha256(script));
        StringWriter out = new StringWriter();
        try {
            TEMPLATES.getTemplate("page.html.ftlh").process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException("page.html.ftlh", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("page.html.ftlh: " + e.getMessageWithoutStackTop(), e);
        }
        return out.toString();
    }

    static String resource(String name) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
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
        configuration.setClassForTemplateLoading(PageTemplate.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setRecognizeStandardFileExtensions(true);
        return configuration;
    }
}
