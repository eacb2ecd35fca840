package quartet.harness.export;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Fills the templates of generated files in an exported project. */
final class Templates {
    private static final String FOLDER = "/quartet/harness/export";

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    private final Map<String, Object> values;

    /** Creates templates with these values. */
    Templates(Map<String, Object> values) {
        this.values = Map.copyOf(values);
        configuration.setClassForTemplateLoading(Templates.class, FOLDER);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
    }

    /** Fills a template of the harness. */
    String fill(String name) {
        try {
            return fill(configuration.getTemplate(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a template of an engine. */
    String fill(Path file) {
        try {
            return fill(new Template(file.toString(), new StringReader(Files.readString(file)), configuration));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String fill(Template template) throws IOException {
        StringWriter text = new StringWriter();
        try {
            template.process(values, text);
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + template.getName() + ": " + e.getMessage(), e);
        }
        return text.toString();
    }
}
