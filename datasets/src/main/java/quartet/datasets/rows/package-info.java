/**
 * Reads raw rows for a trained network. {@link quartet.datasets.rows.RowReader} reads them by a recipe; {@link
 * quartet.datasets.rows.ReadRows} is the result, with a line of text for each unreadable row.
 */
@NullMarked
package quartet.datasets.rows;

import org.jspecify.annotations.NullMarked;
