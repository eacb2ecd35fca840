package quartet.notebook.format;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** The layout of Python's {@code json.dumps(indent=1)}, in which Jupyter writes notebooks. */
final class JupyterLayout extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1;

    JupyterLayout() {
        super(new Separators()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
        indentArraysWith(indenter);
        indentObjectsWith(indenter);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new JupyterLayout();
    }
}
