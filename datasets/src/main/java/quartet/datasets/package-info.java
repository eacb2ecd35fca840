/**
 * Data sets in the form in which networks read them.
 *
 * <p>An example needs one call, {@link quartet.datasets.Datasets#load}. Read in this order:
 *
 * <ol>
 *   <li>{@link quartet.datasets.PreparedData}: the result; {@link quartet.datasets.Examples}, {@link
 *       quartet.datasets.Features}, {@link quartet.datasets.Targets} and {@link quartet.datasets.TargetScale} are its
 *       parts.
 *   <li>{@link quartet.datasets.Catalogue} and {@link quartet.datasets.CatalogueEntry}: the known data sets with their
 *       provenance, licences and checksums; {@link quartet.datasets.Kind} and {@link quartet.datasets.Format} classify
 *       them.
 *   <li>{@code TableData}, {@code ImageData} and {@code TextData}: splitting and encoding of each kind, with {@code
 *       Split}, {@code Standardizer}, {@code Tokenizer} and {@link quartet.datasets.Vocabulary}. All statistics come
 *       from the training set alone.
 * </ol>
 *
 * <p>Package {@code quartet.datasets.format} reads the file formats, {@code quartet.datasets.files} handles bytes on
 * disk, and {@code quartet.datasets.fetch} downloads the files that the project does not ship.
 */
@NullMarked
package quartet.datasets;

import org.jspecify.annotations.NullMarked;
