/**
 * Reduces Java sources to the part that is used.
 *
 * <p>{@code Program} is a set of sources that the JDK's compiler has attributed. {@code Closure} finds what is used of
 * them; {@code References} and {@code Overriding} answer its questions. {@code Pruner} removes the rest from the text.
 * {@code Naming}, {@code Links} and {@code JavaText} adapt packages, documentation and imports.
 */
@NullMarked
package quartet.harness.export.source;

import org.jspecify.annotations.NullMarked;
