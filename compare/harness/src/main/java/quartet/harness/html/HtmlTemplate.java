package quartet.harness.html;

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
import java.util.HashMap;
import java.util.Map;

/**
 * The template of a page that is one file and loads no other. The page contains its style sheet and its script. Its
 * content security policy permits only that script, so text from a worker cannot run as code.
 */
public final class HtmlTemplate {
    private final Class<?> owner;
    private final String name;
    private final Configuration templates;

    /**
     * Creates a template.
     *
     * @param owner the class to which its name and the names of its resources are relative
     */
    public HtmlTemplate(Class<?> owner, String name) {
        this.owner = owner;
        this.name = name;
        templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(owner, "");
        templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setRecognizeStandardFileExtensions(true);
    }

    /**
     * Returns the page.
     *
     * @param style the page's own style sheet; the template's variable {@code style} adds the colours and fonts of all
     *     pages
     * @param script the template's variable {@code script}; {@code scriptHash} is its SHA-256 hash in base64
     * @param model the template's other variables
     */
    public String render(String style, String script, Map<String, Object> model) {
        Map<String, Object> variables = new HashMap<>(model);
        variables.put("style", tokens() + style);
        variables.put("script", script);
        variables.put("scriptHash", sha256(script));
        StringWriter out = new StringWriter();
        try {
            templates.getTemplate(name).process(variables, out);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (TemplateException e) {
            throw new IllegalStateException(name + ": " + e.getMessageWithoutStackTop(), e);
        }
        return out.toString();
    }

    /** Returns the text of a resource in the package of the owner. */
    public String resource(String file) {
        return resource(owner, file);
    }

    /** Returns the style sheet with the common colours and fonts of all pages. */
    static String tokens() {
        return resource(HtmlTemplate.class, "tokens.css");
    }

    private static String resource(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("resource " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
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
}
