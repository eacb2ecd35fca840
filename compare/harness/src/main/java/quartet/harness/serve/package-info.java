/**
 * Serves the growing report of a running comparison at a local address, from the files that the comparison writes.
 *
 * <p>Read {@link quartet.harness.serve.ReportServer}.
 */
@NullMarked
package quartet.harness.serve;

import org.jspecify.annotations.NullMarked;
