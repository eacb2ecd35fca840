/**
 * Parts of a page (sections, sortable tables, grids, galleries), and a template that writes them as one HTML file that
 * loads no other.
 *
 * <p>Read {@link quartet.harness.html.HtmlTemplate}, {@link quartet.harness.html.ReportPage}, {@link
 * quartet.harness.html.Section}.
 */
@NullMarked
package quartet.harness.html;

import org.jspecify.annotations.NullMarked;
