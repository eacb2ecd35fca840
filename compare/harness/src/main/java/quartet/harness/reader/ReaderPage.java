package quartet.harness.reader;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartet.contract.experiment.Project;
import quartet.harness.UsageException;
import quartet.harness.reader.View.ProjectView;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.Results;
import quartet.harness.worker.InstalledEngine;

/**
 * Creates the page that shows the implementations side by side, aligned by role. The page is one file that loads no
 * other. Its content security policy permits only its own script.
 */
public final class ReaderPage {
    private static final Configuration TEMPLATES = configuration();
    private static final String TEMPLATE = "reader.html.ftlh";

    private final Path home;
    private final List<InstalledEngine> engines;
    private final Measurements measurements;

    /**
     * Creates a page about these engines.
     *
     * @param home the project's folder, which contains the sources
     * @param results the comparison whose figures are shown next to the code; empty for none
     */
    public ReaderPage(Path home, List<InstalledEngine> engines, Optional<Results> results) {
        this.home = home;
        this.engines = List.copyOf(engines);
        this.measurements = new Measurements(results);
    }

    /**
     * Writes the page. The file is replaced atomically.
     *
     * @throws UsageException if the file cannot be written, or no engine has an example of the projects
     */
    public void write(Path file, List<Project> projects) {
        String html = html(file, projects);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ResultFiles.write(file, html);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written (" + e.getMessage() + "); choose another --out", e);
        }
    }

    /** Returns the page with links relative to this file. */
    String html(Path file, List<Project> projects) {
        Checkout checkout = new Checkout(home, file);
        List<ProjectView> views = projects.stream()
                .map(project -> new SideBySide(project, engines, checkout, measurements).view())
                .filter(view -> !view.columns().isEmpty())
                .toList();
        if (views.isEmpty()) {
            throw new UsageException("no engine in " + home + " has the source of an example");
        }
        String script = resource("reader.js");
        StringWriter out = new StringWriter();
        try {
            TEMPLATES
                    .getTemplate(TEMPLATE)
                    .process(
                            Map.of(
                                    "projects",
                                    views,
                                    "origin",
                                    measurements.origin(),
                                    "style",
                                    resource("/quartet/harness/page/tokens.css") + resource("reader.css"),
                                    "script",
                                    script,
                                    "scriptHash",
                                    sha256(script)),
                            out);
        } catch (IOException e) {
            throw new UncheckedIOException(TEMPLATE, e);
        } catch (TemplateException e) {
            throw new IllegalStateException(TEMPLATE + ": " + e.getMessageWithoutStackTop(), e);
        }
        return out.toString();
    }

    private static String resource(String name) {
        try (InputStream in = ReaderPage.class.getResourceAsStream(name)) {
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
        configuration.setClassForTemplateLoading(ReaderPage.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setRecognizeStandardFileExtensions(true);
        return configuration;
    }
}
