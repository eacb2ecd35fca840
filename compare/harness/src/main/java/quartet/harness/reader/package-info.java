/**
 * The implementations side by side, as one self-contained HTML page. It reads the sources of the engines that are built,
 * and the results of a comparison if there are any.
 *
 * <p>Read {@link quartet.harness.reader.Role}, {@code RoleFinder}, {@code Differences}, {@link
 * quartet.harness.reader.ReaderPage}.
 */
@NullMarked
package quartet.harness.reader;

import org.jspecify.annotations.NullMarked;
