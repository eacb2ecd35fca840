/**
 * Contrasts finished runs, and describes the conditions of their measurement. The package depends on {@link
 * quartet.harness.report} and starts no process.
 *
 * <p>Read {@link quartet.harness.across.Conditions}, {@link quartet.harness.across.Unpaired}, {@link
 * quartet.harness.across.SideBySide}.
 */
@NullMarked
package quartet.harness.across;

import org.jspecify.annotations.NullMarked;
