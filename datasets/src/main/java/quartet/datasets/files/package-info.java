/**
 * Files as bytes: the location of fetched files, their checksums, and the contents of archives. This package does not
 * depend on the catalogue.
 *
 * <p>Read {@link quartet.datasets.files.DatasetCache}, {@link quartet.datasets.files.Sha256}, then {@link
 * quartet.datasets.files.Archive} with {@code LimitedInputStream}, its defence against decompression bombs.
 */
@NullMarked
package quartet.datasets.files;

import org.jspecify.annotations.NullMarked;
