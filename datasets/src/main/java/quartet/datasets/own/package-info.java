/**
 * Own data: files that nobody prepared, in the form in which a network reads them.
 *
 * <p>{@link quartet.datasets.own.OwnSource} says what to read, {@link quartet.datasets.own.OwnData} is the entry and the
 * result, {@link quartet.datasets.own.DataReport} says what was done. {@code TablePreparation}, {@code ImagePreparation}
 * and {@code TextPreparation} prepare the three kinds. All statistics come from the training rows alone; only the types of
 * columns are recognized by all rows of the file.
 */
@NullMarked
package quartet.datasets.own;

import org.jspecify.annotations.NullMarked;
