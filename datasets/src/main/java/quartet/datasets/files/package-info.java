/**
 * Files as bytes: where fetched files are, whether they are intact, and what an archive contains. Nothing here knows
 * the catalogue.
 *
 * <p>Read {@link quartet.datasets.files.DatasetCache}, {@link quartet.datasets.files.Sha256}, then {@link
 * quartet.datasets.files.Archive} with {@code LimitedInputStream}, its defence against decompression bombs.
 */
@NullMarked
package quartet.datasets.files;

import org.jspecify.annotations.NullMarked;
