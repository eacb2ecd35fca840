package quartet.harness.export.source;

import java.net.URI;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/** The text of a Java source file in memory, as the compiler reads it. */
public final class SourceText extends SimpleJavaFileObject {
    /** Annotations for null analysis, which an exported project does not repeat. */
    private static final Pattern NULL_ANNOTATIONS =
            Pattern.compile("import org\\.jspecify\\.annotations\\.\\w+;\\R|@Nullable\\s+|@NullMarked\\s+");

    private final String text;

    /**
     * Creates a source file from its text.
     *
     * @param typeName the full name of the file's top-level type
     */
    public SourceText(String typeName, String text) {
        super(URI.create("string:///" + typeName.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
        this.text = NULL_ANNOTATIONS.matcher(text).replaceAll("");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
