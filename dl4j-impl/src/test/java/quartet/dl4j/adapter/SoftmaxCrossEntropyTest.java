package quartet.dl4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SoftmaxCrossEntropyTest {
    private static final SoftmaxCrossEntropy LOSS = new SoftmaxCrossEntropy();
    private static final ActivationIdentity IDENTITY = new ActivationIdentity();

    @Test
    void equalLogitsCostTheLogarithmOfTheNumberOfClasses() {
        INDArray logits = Nd4j.createFromArray(new float[][] {{5, 5, 5, 5}});
        INDArray labels = Nd4j.createFromArray(new float[][] {{0, 0, 1, 0}});
        assertThat(score(labels, logits)).isCloseTo(Math.log(4), within(1e-6));
        assertThat(gradient(labels, logits)).containsExactly(0.25f, 0.25f, -0.75f, 0.25f);
    }

    @Test
    void logitsFarApartAreNeitherClippedNorInfinite() {
        // Row 1: the wrong class leads by 1000; row 2: the right one does. exp(-1000) is 0 in any float.
        INDArray logits = Nd4j.createFromArray(new float[][] {{-500, 500}, {1000, 0}});
        INDArray labels = Nd4j.createFromArray(new float[][] {{1, 0}, {1, 0}});
        assertThat(LOSS.computeScoreArray(labels, logits, IDENTITY, null).toFloatVector())
                .containsExactly(1000, 0);
        assertThat(score(labels, logits)).isEqualTo(500);
        assertThat(gradient(labels, logits)).containsExactly(-1, 1, 0, 0);
    }

    private static double score(INDArray labels, INDArray logits) {
        return LOSS.computeScore(labels, logits, IDENTITY, null, true);
    }

    private static float[] gradient(INDArray labels, INDArray logits) {
        return LOSS.computeGradient(labels, logits, IDENTITY, null).data().asFloat();
    }
}
