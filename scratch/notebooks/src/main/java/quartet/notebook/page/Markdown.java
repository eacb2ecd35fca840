package quartet.notebook.page;

import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders the markdown cells of a page as HTML. Raw HTML in them is shown as text. */
final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private final HtmlRenderer renderer;

    /**
     * Prepares a renderer.
     *
     * @param links changes the targets of links
     */
    Markdown(UnaryOperator<String> links) {
        renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Link link) {
                        attributes.put("href", links.apply(link.getDestination()));
                    }
                })
                .build();
    }

    String render(String markdown) {
        Formulas formulas = new Formulas();
        return formulas.putBack(renderer.render(PARSER.parse(formulas.takeOut(markdown))));
    }
}
