package quartet.dl4j.adapter;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Softmax and cross-entropy combined, so that a network's outputs are logits, as in the other frameworks.
 *
 * <pre>{@code
 * loss of a row = log(sum over classes of exp(z - max z)) - sum over classes of y (z - max z);   dz = softmax(z) - y
 * }</pre>
 *
 * Shapes: logits z and one-hot labels y [batch, classes]. Deeplearning4j divides the gradient by the batch size in the
 * update.
 *
 * <p>Deeplearning4j's own {@code LossMCXENT} needs a softmax as the output layer's activation, and clips the
 * probabilities before the logarithm. ND4J's log-softmax takes the logarithm of the softmax, which may be 0. The
 * formula above stays finite and exact if logits are far apart.
 */
final class SoftmaxCrossEntropy implements ILossFunction {
    @Override
    public double computeScore(
            INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask, boolean average) {
        double sum =
                computeScoreArray(labels, logits, activation, mask).sumNumber().doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
        checkUnmasked(mask);
        INDArray shifted = logits.subColumnVector(logits.max(true, 1));
        INDArray logSums = Transforms.log(Transforms.exp(shifted, true).sum(true, 1), false);
        return logSums.subi(shifted.muli(labels).sum(true, 1));
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
        checkUnmasked(mask);
        return Nd4j.nn().softmax(logits, 1).subi(labels);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask, boolean average) {
        return Pair.of(
                computeScore(labels, logits, activation, mask, average),
                computeGradient(labels, logits, activation, mask));
    }

    @Override
    public String name() {
        return "softmax cross-entropy";
    }

    private static void checkUnmasked(@Nullable INDArray mask) {
        if (mask != null) {
            throw new UnsupportedOperationException("SoftmaxCrossEntropy: expected no mask of the labels");
        }
    }
}
