/**
 * The results of a comparison as data, and the statistics derived from them.
 *
 * <p>Read {@link quartet.harness.results.Results}, {@link quartet.harness.results.Summaries}, {@link
 * quartet.harness.results.Ratio}. No class of this package writes text or starts a process.
 */
@NullMarked
package quartet.harness.results;

import org.jspecify.annotations.NullMarked;
