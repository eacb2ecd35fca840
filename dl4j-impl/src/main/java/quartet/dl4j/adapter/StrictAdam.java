package quartet.dl4j.adapter;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import quartet.contract.TrainingSpec;

/**
 * Deeplearning4j's Adam with the epsilon of the paper (Kingma and Ba 2015, algorithm 1).
 *
 * <pre>{@code
 * paper:   w = w - learningRate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 * kernel:  w = w - learningRate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilonHat)
 * }</pre>
 *
 * Deeplearning4j's kernel adds epsilon before the bias correction, as many frameworks do. The two are equal for {@code
 * epsilonHat = epsilon * sqrt(1 - beta2^t)}, which this class passes to the kernel at each step.
 */
final class StrictAdam extends Adam {

    StrictAdam(
            @JsonProperty("learningRate") double learningRate,
            @JsonProperty("beta1") double beta1,
            @JsonProperty("beta2") double beta2,
            @JsonProperty("epsilon") double epsilon) {
        super(learningRate, beta1, beta2, epsilon);
    }

    StrictAdam(TrainingSpec training) {
        this(training.learningRate(), training.beta1(), training.beta2(), training.epsilon());
    }

    @Override
    public GradientUpdater<Adam> instantiate(INDArray state, boolean initialize) {
        GradientUpdater<Adam> updater = new Updater();
        INDArray moments = state.reshape(state.length());
        updater.setStateViewArray(moments, new long[] {moments.length() / 2}, moments.ordering(), initialize);
        return updater;
    }

    @Override
    public StrictAdam clone() {
        return new StrictAdam(getLearningRate(), getBeta1(), getBeta2(), getEpsilon());
    }

    private final class Updater extends AdamUpdater {
        Updater() {
            super(StrictAdam.this);
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            double epsilonHat = getEpsilon() * Math.sqrt(1 - Math.pow(getBeta2(), iteration + 1));
            setConfig(new Adam(getLearningRate(), getBeta1(), getBeta2(), epsilonHat));
            super.applyUpdater(gradient, iteration, epoch);
        }
    }
}
