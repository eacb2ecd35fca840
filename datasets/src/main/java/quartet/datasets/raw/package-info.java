/**
 * Raw data of unknown form: tables and images that nobody prepared. A reader recognizes the encoding, the separator, the
 * quotes and the header, and keeps every cell as text with its line number. What cannot be read is named, never guessed.
 *
 * <p>Tables: {@link quartet.datasets.raw.SourceFile} (bytes and their encoding), {@link
 * quartet.datasets.raw.TableFormat} (what is recognized), {@link quartet.datasets.raw.TableFile} (rows), {@link
 * quartet.datasets.raw.MissingValue}. Images: {@link quartet.datasets.raw.ImageFolder}, {@link
 * quartet.datasets.raw.ImageFile}, {@link quartet.datasets.raw.RawImage}.
 */
@NullMarked
package quartet.datasets.raw;

import org.jspecify.annotations.NullMarked;
