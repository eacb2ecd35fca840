/**
 * Creates the pages that show the results of comparisons, from the parts in {@link quartet.harness.html}. The package
 * depends on {@link quartet.harness.report} and starts no process.
 *
 * <p>Read {@link quartet.harness.page.ResultPage}, {@link quartet.harness.page.StrictParts}, {@link
 * quartet.harness.page.ComparisonPage}.
 */
@NullMarked
package quartet.harness.page;

import org.jspecify.annotations.NullMarked;
