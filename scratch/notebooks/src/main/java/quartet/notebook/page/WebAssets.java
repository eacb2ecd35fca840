package quartet.notebook.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Scripts and styles of the pages. CodeMirror and KaTeX come from their WebJars. */
public final class WebAssets {
    private static final String CODE_MIRROR = "/META-INF/resources/webjars/codemirror/5.62.2/";
    private static final String KATEX = "/META-INF/resources/webjars/katex/0.18.11/dist/katex.min.js";

    private WebAssets() {}

    /** Returns the script of a page for reading, which highlights the code and renders the formulas. */
    public static String reader() {
        return codeMirror("addon/runmode/runmode-standalone.js")
                + codeMirror("mode/clike/clike.js")
                + own("highlight.js")
                + formulas();
    }

    /** Returns the script of a page for changing cells. */
    public static String editor() {
        return codeMirror("lib/codemirror.js")
                + codeMirror("mode/clike/clike.js")
                + codeMirror("addon/edit/matchbrackets.js")
                + own("editor.js")
                + formulas();
    }

    /** Returns the style of a page for reading. */
    public static String readerStyle() {
        return own("page.css");
    }

    /** Returns the style of a page for changing cells. */
    public static String editorStyle() {
        return codeMirror("lib/codemirror.css") + own("page.css");
    }

    private static String formulas() {
        return read(KATEX) + "\n" + own("formulas.js");
    }

    private static String own(String name) {
        return read("/quartet/notebook/page/" + name);
    }

    private static String codeMirror(String name) {
        return read(CODE_MIRROR + name) + "\n";
    }

    private static String read(String path) {
        try (InputStream stream = WebAssets.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + path + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + path + " cannot be read", e);
        }
    }
}
