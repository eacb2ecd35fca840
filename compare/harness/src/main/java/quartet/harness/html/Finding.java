package quartet.harness.html;

/**
 * A result in words. The type is public for the page's template.
 *
 * @param scope the subject of the finding, if a section has several; otherwise empty
 * @param verdict one sentence
 * @param detail further sentences, or empty
 */
public record Finding(String scope, String verdict, String detail) {}
