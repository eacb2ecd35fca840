package quartet.harness.reader;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;

/**
 * A formula, and the class that computes it.
 *
 * @param title the defined quantity
 * @param tex the formula in TeX
 * @param type the qualified name of the class
 */
record Formula(String title, String tex, String type) {
    private static final SnuggleEngine ENGINE = new SnuggleEngine();

    /** Returns the formula in MathML, as a block. */
    String mathml() {
        SnuggleSession session = ENGINE.createSession();
        try {
            session.parseInput(new SnuggleInput("$$" + tex + "$$"));
        } catch (IOException e) {
            throw new UncheckedIOException(tex, e);
        }
        NodeList formula = session.buildDOMSubtree();
        if (formula == null || formula.getLength() != 1 || !session.getErrors().isEmpty()) {
            throw new IllegalArgumentException("not TeX: " + tex + " " + session.getErrors());
        }
        Element math = (Element) formula.item(0);
        NodeList fenced = math.getElementsByTagNameNS(math.getNamespaceURI(), "mfenced");
        while (fenced.getLength() > 0) {
            writeOut((Element) fenced.item(0));
        }
        return markup(math);
    }

    /** Replaces an mfenced element by its parentheses, because browsers no longer render it. */
    private static void writeOut(Element fenced) {
        Element row = element(fenced, "mrow", "");
        row.appendChild(element(fenced, "mo", fenced.getAttribute("open")));
        boolean first = true;
        for (Node child = fenced.getFirstChild(); child != null; child = fenced.getFirstChild()) {
            if (!first) {
                row.appendChild(element(fenced, "mo", ","));
            }
            row.appendChild(child);
            first = false;
        }
        row.appendChild(element(fenced, "mo", fenced.getAttribute("close")));
        fenced.getParentNode().replaceChild(row, fenced);
    }

    private static Element element(Element context, String name, String text) {
        Element element = context.getOwnerDocument().createElementNS(context.getNamespaceURI(), name);
        element.setTextContent(text);
        return element;
    }

    private static String markup(Element math) {
        try {
            Transformer copy = TransformerFactory.newInstance().newTransformer();
            copy.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            copy.transform(new DOMSource(math), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("every Java platform writes XML", e);
        }
    }
}
