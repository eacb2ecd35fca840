package quartet.djl.pytorch;

import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.List;
import quartet.contract.CnnSpec;
import quartet.contract.Engine;
import quartet.contract.EngineInfo;
import quartet.contract.Learner;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** DJL with PyTorch behind the contract. */
public final class PyTorchEngine implements Engine {

    /**
     * Names and versions, as DJL and libtorch tell them.
     *
     * @throws UnsupportedOperationException if there is no libtorch for this platform
     */
    @Override
    public EngineInfo info() {
        ai.djl.engine.Engine engine = PyTorch.engine();
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
        return spec.accept(new ModelSpec.Visitor<>() {
            @Override
            public Learner tabularClassifier(MlpSpec network) {
                return new TabularClassifier(network, training, initial);
            }

            @Override
            public Learner tabularRegressor(MlpSpec network) {
                return new TabularRegressor(network, training, initial);
            }

            @Override
            public Learner imageClassifier(CnnSpec network) {
                return new ImageClassifier(network, training, initial);
            }

            @Override
            public Learner textClassifier(TextSpec network) {
                return new TextClassifier(network, training, initial);
            }
        });
    }

    @Override
    public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
        return spec.accept(new ModelSpec.Visitor<>() {
            @Override
            public Learner tabularClassifier(MlpSpec network) {
                return TabularClassifier.load(network, training, directory);
            }

            @Override
            public Learner tabularRegressor(MlpSpec network) {
                return TabularRegressor.load(network, training, directory);
            }

            @Override
            public Learner imageClassifier(CnnSpec network) {
                return ImageClassifier.load(network, training, directory);
            }

            @Override
            public Learner textClassifier(TextSpec network) {
                return TextClassifier.load(network, training, directory);
            }
        });
    }
}
