/**
 * Creates the results page: one self-contained HTML file with sortable tables and inline SVG charts. The package
 * depends on {@link quartet.harness.report} and starts no process.
 *
 * <p>Read {@link quartet.harness.page.ResultPage}, {@link quartet.harness.page.StrictParts}, {@link
 * quartet.harness.page.PageTemplate}.
 */
@NullMarked
package quartet.harness.page;

import org.jspecify.annotations.NullMarked;
