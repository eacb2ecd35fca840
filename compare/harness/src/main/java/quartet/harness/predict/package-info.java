/**
 * Predictions of saved networks for raw rows. {@link quartet.harness.predict.RowPredictions} forks the engine, {@link
 * quartet.harness.predict.PredictionFile} writes the predictions.
 */
@NullMarked
package quartet.harness.predict;

import org.jspecify.annotations.NullMarked;
