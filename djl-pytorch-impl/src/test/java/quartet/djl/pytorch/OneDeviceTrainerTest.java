package quartet.djl.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quartet.contract.MlpSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/**
 * A softmax regression of two classes at weights 0, on one row of zeros: both probabilities are 1/2, so that the bias's
 * gradients are -1/2 and 1/2 and the weights' are 0.
 */
class OneDeviceTrainerTest {
    private static final TrainingSpec ADAM = TrainingSpec.adam(1, 1);

    @Test
    void takesGradientsThatAddUpToZero() {
        Block network = Linear.builder().setUnits(2).build();
        Loss loss = Loss.softmaxCrossEntropyLoss();
        try (Model model = zeros(network);
                Trainer trainer = new OneDeviceTrainer(model, loss, new PaperAdam(ADAM))) {
            backward(trainer);
            trainer.step();
            float[] bias = network.getDirectParameters().get("bias").getArray().toFloatArray();
            assertThat(bias[0]).isCloseTo(0.001f, within(1e-8f));
            assertThat(bias[1]).isCloseTo(-0.001f, within(1e-8f));
        }
    }

    /** Why the class exists. If this fails after an update of DJL, its own trainer will do. */
    @Test
    void theTrainerOfDjlRefusesThem() {
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(new PaperAdam(ADAM));
        try (Model model = zeros(Linear.builder().setUnits(2).build());
                Trainer trainer = model.newTrainer(config)) {
            backward(trainer);
            assertThatThrownBy(trainer::step)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Gradient values are all zeros");
        }
    }

    private static Model zeros(Block network) {
        Weights zeros = new Weights(Map.of(
                "output.weight", Tensor.of(new float[6], 3, 2),
                "output.bias", Tensor.of(new float[2], 2)));
        return PyTorch.create(network, MlpSpec.classifier(3, List.of(), 2), zeros);
    }

    private static void backward(Trainer trainer) {
        trainer.initialize(new Shape(1, 3));
        try (NDManager manager = trainer.getManager().newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            NDList logits = trainer.forward(new NDList(manager.zeros(new Shape(1, 3))));
            NDArray loss = trainer.getLoss().evaluate(new NDList(manager.create(new int[] {0})), logits);
            collector.backward(loss);
        }
    }
}
