/**
 * Creates the page that shows the implementations side by side, as one self-contained HTML file. It reads the sources
 * of the built engines and, if present, the results of a comparison.
 *
 * <p>Read {@link quartet.harness.reader.Role}, {@code RoleFinder}, {@code Difference}, {@link
 * quartet.harness.reader.ReaderPage}.
 */
@NullMarked
package quartet.harness.reader;

import org.jspecify.annotations.NullMarked;
