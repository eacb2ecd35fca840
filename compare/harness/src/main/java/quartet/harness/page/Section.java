package quartet.harness.page;

import java.util.List;

/**
 * A section of a page. Public for the page's template.
 *
 * @param id a name that is unique in the page
 * @param title heading
 * @param subtitle what exactly it is about, or empty
 * @param findings sentences that the page repeats at its top
 * @param parts in order, none of them empty
 */
public record Section(String id, String title, String subtitle, List<String> findings, List<Part> parts) {
    public Section {
        parts = parts.stream().filter(part -> !part.isEmpty()).toList();
    }
}
