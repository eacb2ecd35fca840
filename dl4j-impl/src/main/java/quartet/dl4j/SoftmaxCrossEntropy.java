package quartet.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Softmax and cross-entropy in one, so that a network's output is its logits, as the other frameworks have it.
 *
 * <pre>{@code loss of a row = - sum over classes of y log softmax(z);   dz = softmax(z) - y}</pre>
 *
 * Shapes: logits z and one-hot labels y [batch, classes]. Deeplearning4j divides by the batch later. Its own
 * {@code LossMCXENT} wants a softmax as the output layer's activation, so that the network returns probabilities, and
 * clips those before the logarithm; here nothing is clipped, because the logarithm is taken of the softmax as a whole.
 */
final class SoftmaxCrossEntropy implements ILossFunction {
    @Override
    public double computeScore(
            INDArray labels, INDArray logits, IActivation activation, INDArray mask, boolean average) {
        double sum =
                computeScoreArray(labels, logits, activation, mask).sumNumber().doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
        return Nd4j.nn().logSoftmax(logits, 1).muli(labels).sum(true, 1).negi();
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
        return Nd4j.nn().softmax(logits, 1).subi(labels);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray logits, IActivation activation, INDArray mask, boolean average) {
        return Pair.of(
                computeScore(labels, logits, activation, mask, average),
                computeGradient(labels, logits, activation, mask));
    }

    @Override
    public String name() {
        return "softmax cross-entropy";
    }
}
