package quartet.djl.pytorch.adapter;

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
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.loss.Loss;
import org.junit.jupiter.api.Test;
import quartet.contract.TrainingSpec;

/**
 * Tests the step on a softmax regression of two classes with weights 0 and one row of zeros. Both probabilities are 1/2,
 * so the gradients are -1/2 and 1/2 for the bias and 0 for the weights.
 */
class OneDeviceTrainerTest {
    private static final TrainingSpec ADAM = TrainingSpec.adam(1, 1);

    @Test
    void appliesGradientsThatAddUpToZero() {
        Block network = Linear.builder().setUnits(2).build();
        Loss loss = Loss.softmaxCrossEntropyLoss();
        try (Model model = zeros(network);
                Trainer trainer = new OneDeviceTrainer(model, loss, new StrictAdam(ADAM))) {
            backward(trainer);
            trainer.step();
            float[] bias = network.getDirectParameters().get("bias").getArray().toFloatArray();
            assertThat(bias[0]).isCloseTo(0.001f, within(1e-8f));
            assertThat(bias[1]).isCloseTo(-0.001f, within(1e-8f));
        }
    }

    /** The reason for the class. If this fails after an update of DJL, use the trainer of DJL. */
    @Test
    void djlsOwnTrainerRejectsThem() {
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(new StrictAdam(ADAM));
        try (Model model = zeros(Linear.builder().setUnits(2).build());
                Trainer trainer = model.newTrainer(config)) {
            backward(trainer);
            assertThatThrownBy(trainer::step)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Gradient values are all zeros");
        }
    }

    private static Model zeros(Block network) {
        network.setInitializer(Initializer.ZEROS, Parameter.Type.WEIGHT);
        Model model = Model.newInstance(
                "softmax-regression", Device.cpu(), NativeLibrary.engine().getEngineName());
        model.setBlock(network);
        return model;
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
