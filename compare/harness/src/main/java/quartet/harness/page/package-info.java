/**
 * The results as one self-contained HTML page with tables that sort and charts as inline SVG. It depends on {@link
 * quartet.harness.report} and starts no process.
 *
 * <p>Read {@link quartet.harness.page.ResultPage}, {@link quartet.harness.page.StrictParts}, {@link
 * quartet.harness.page.PageTemplate}.
 */
@NullMarked
package quartet.harness.page;

import org.jspecify.annotations.NullMarked;
