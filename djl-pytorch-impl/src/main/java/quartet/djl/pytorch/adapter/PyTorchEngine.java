package quartet.djl.pytorch.adapter;

import ai.djl.nn.Block;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.List;
import quartet.contract.CnnSpec;
import quartet.contract.Engine;
import quartet.contract.EngineInfo;
import quartet.contract.ExampleModel;
import quartet.contract.Learner;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Examples;
import quartet.djl.pytorch.ImageClassifier;
import quartet.djl.pytorch.TabularClassifier;
import quartet.djl.pytorch.TabularRegressor;
import quartet.djl.pytorch.TextClassifier;

/**
 * The engine for DJL with PyTorch: a factory of learners and of trained examples.
 *
 * <p>The following choices make the engine fast. To measure one, undo it and compare the results of {@code
 * compare/quartet run --engines djl-pytorch --rounds 5} before and after.
 *
 * <ul>
 *   <li>cv: images are stored channels last ({@link ImageClassifier}), because libtorch's convolution and pooling on a CPU
 *       are faster in this layout.
 *   <li>cv: ReLU follows max pooling, so it processes a quarter of the numbers.
 *   <li>nlp and cv: glibc's allocator keeps freed blocks (two variables in {@code engine.properties}). With its
 *       default thresholds, every step would map and clear the memory of large gradients and activations again.
 *   <li>nlp: the embedding's gradient is dense ({@code MaskedMean}), because the backward pass of DJL's IdEmbedding is
 *       slower.
 *   <li>all: a step copies no gradient ({@link OneDeviceTrainer}).
 * </ul>
 *
 * <p>Other choices make no difference: the step of {@link StrictLearner} takes as long as that of DJL's EasyTrain, and
 * DJL has no fused kernel for Adam.
 */
public final class PyTorchEngine implements Engine {

    /**
     * Returns names and versions as DJL and libtorch report them.
     *
     * @throws UnsupportedOperationException if there is no libtorch for this platform
     */
    @Override
    public EngineInfo info() {
        ai.djl.engine.Engine engine = NativeLibrary.engine();
        return new EngineInfo(
                "djl-pytorch",
                "DJL " + ai.djl.engine.Engine.getDjlVersion(),
                "PyTorch " + engine.getVersion(),
                "cpu",
                JniUtils.getNumThreads(),
                List.of());
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        NativeLibrary.engine();
        return StrictLearner.create(network(spec), spec, training, initial);
    }

    @Override
    public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
        NativeLibrary.engine();
        return StrictLearner.load(network(spec), spec, training, directory);
    }

    @Override
    public ExampleModel trainExample(ModelSpec spec, Examples train, int epochs, int batchSize, long seed) {
        NativeLibrary.engine();
        return TrainedExample.train(spec, train, epochs, batchSize, seed);
    }

    @Override
    public ExampleModel loadExample(ModelSpec spec, Path directory) {
        NativeLibrary.engine();
        return TrainedExample.load(spec, directory);
    }

    /** Returns the network of the example that implements this specification. */
    private static Block network(ModelSpec spec) {
        return spec.accept(new ModelSpec.Visitor<>() {
            @Override
            public Block tabularClassifier(MlpSpec network) {
                return TabularClassifier.network(network);
            }

            @Override
            public Block tabularRegressor(MlpSpec network) {
                return TabularRegressor.network(network);
            }

            @Override
            public Block imageClassifier(CnnSpec network) {
                return ImageClassifier.network(network);
            }

            @Override
            public Block textClassifier(TextSpec network) {
                return TextClassifier.network(network);
            }
        });
    }
}
