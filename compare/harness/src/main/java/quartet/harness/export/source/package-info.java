/**
 * Reduces Java sources to their used part.
 *
 * <p>{@code Program} is a set of sources that the JDK's compiler has attributed. {@code Closure} finds their used
 * part, by means of {@code References} and {@code Overriding}. {@code Pruner} removes the rest from the text. {@code
 * Naming}, {@code Links} and {@code JavaText} adapt packages, documentation and imports.
 */
@NullMarked
package quartet.harness.export.source;

import org.jspecify.annotations.NullMarked;
