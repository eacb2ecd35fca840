package quartet.harness.html;

import java.util.List;

/**
 * A section of a page. The type is public for the page's template.
 *
 * @param id a name that is unique in the page
 * @param title heading
 * @param subtitle data set and details, or empty
 * @param findings results in words, which are repeated at the top of the page
 * @param parts the non-empty parts in order
 */
public record Section(String id, String title, String subtitle, List<Finding> findings, List<Part> parts) {
    public Section {
        parts = parts.stream().filter(part -> !part.isEmpty()).toList();
    }
}
