/**
 * The growing report of a running comparison, on a local address. It reads what the comparison writes.
 *
 * <p>Read {@link quartet.harness.serve.ReportServer}.
 */
@NullMarked
package quartet.harness.serve;

import org.jspecify.annotations.NullMarked;
