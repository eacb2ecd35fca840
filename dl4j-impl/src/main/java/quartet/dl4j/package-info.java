/**
 * The four projects on Deeplearning4j.
 *
 * <p>Each is a {@code MultiLayerNetwork}: a list of layers, whose forward and backward pass and whose optimizer the
 * framework brings. It is fed with arrays, one batch at a time, without an iterator. Three small classes use the
 * framework's points of extension where its own parts would not compute the strict specification:
 * {@link quartet.dl4j.SoftmaxCrossEntropy} (a loss), {@link quartet.dl4j.PaperAdam} (an updater) and
 * {@link quartet.dl4j.MeanPooling} (a layer).
 */
@org.jspecify.annotations.NullMarked
package quartet.dl4j;
