/**
 * Readers of file formats. A reader converts the bytes of a file to raw rows, and throws {@link
 * quartet.datasets.format.MalformedDataException} if the file does not follow its format. This package does not depend
 * on the catalogue, splits or networks.
 *
 * <p>Read by kind of data:
 *
 * <ul>
 *   <li>Tables: {@link quartet.datasets.format.CsvReader}, which returns a Tablesaw table.
 *   <li>Images: {@link quartet.datasets.format.Images}, {@link quartet.datasets.format.LabelledImages}, then {@link
 *       quartet.datasets.format.IdxReader} and {@link quartet.datasets.format.DigitsReader}.
 *   <li>Texts: {@link quartet.datasets.format.Texts}, then {@link quartet.datasets.format.TsvReader}, {@link
 *       quartet.datasets.format.MailReader} and {@link quartet.datasets.format.ReviewReader}. {@code Utf8} decodes
 *       strictly.
 * </ul>
 */
@NullMarked
package quartet.datasets.format;

import org.jspecify.annotations.NullMarked;
