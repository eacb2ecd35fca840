/**
 * Comparisons across finished runs, and the conditions under which a run was measured. It depends on {@link
 * quartet.harness.report} and starts no process.
 *
 * <p>Read {@link quartet.harness.across.Conditions}, {@link quartet.harness.across.Unpaired}, {@link
 * quartet.harness.across.SideBySide}.
 */
@NullMarked
package quartet.harness.across;

import org.jspecify.annotations.NullMarked;
