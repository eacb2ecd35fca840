/**
 * Reads raw tables and images of unknown form. Encoding, separator, quotes and header are recognized, and every cell
 * is kept as text with its line number. Unreadable cells are reported, never guessed.
 *
 * <p>Tables: {@link quartet.datasets.raw.SourceFile} (bytes and their encoding), {@link
 * quartet.datasets.raw.TableFormat} (separator and quotes), {@link quartet.datasets.raw.TableFile} (rows), {@link
 * quartet.datasets.raw.MissingValue}. Images: {@link quartet.datasets.raw.ImageFolder}, {@link
 * quartet.datasets.raw.ImageFile}, {@link quartet.datasets.raw.RawImage}.
 */
@NullMarked
package quartet.datasets.raw;

import org.jspecify.annotations.NullMarked;
