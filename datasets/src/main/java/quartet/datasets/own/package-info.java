/**
 * Prepares the user's own files for a network.
 *
 * <p>{@link quartet.datasets.own.OwnSource} describes the files and options, {@link quartet.datasets.own.OwnData} is
 * the entry point and the result, and {@link quartet.datasets.own.DataReport} reports the preparation. {@code
 * TablePreparation}, {@code ImagePreparation} and {@code TextPreparation} prepare the three kinds. All statistics come
 * from the training rows alone; only the types of columns are derived from all rows of the file.
 */
@NullMarked
package quartet.datasets.own;

import org.jspecify.annotations.NullMarked;
