/**
 * The predictions of a run's final network for the test set, in a form that is small enough for {@code results.json}
 * and sufficient for a page.
 *
 * <p>Read {@link quartet.harness.outcome.Outcome} (the predictions of one run), then {@link
 * quartet.harness.outcome.TestSet} (the rows of the test set that they refer to).
 */
@NullMarked
package quartet.harness.outcome;

import org.jspecify.annotations.NullMarked;
