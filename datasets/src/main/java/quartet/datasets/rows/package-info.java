/**
 * Raw rows for a network that is already trained. {@link quartet.datasets.rows.RowReader} reads them by a recipe; {@link
 * quartet.datasets.rows.ReadRows} is the result, with a line for each row that cannot be read.
 */
@NullMarked
package quartet.datasets.rows;

import org.jspecify.annotations.NullMarked;
