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
        return switch (spec.project()) {
            case CLASSIFICATION -> new TabularClassifier((MlpSpec) spec, training, initial);
            case REGRESSION -> new TabularRegressor((MlpSpec) spec, training, initial);
            case CV -> new ImageClassifier((CnnSpec) spec, training, initial);
            case NLP -> new TextClassifier((TextSpec) spec, training, initial);
        };
    }

    @Override
    public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
        return switch (spec.project()) {
            case CLASSIFICATION -> TabularClassifier.load((MlpSpec) spec, training, directory);
            case REGRESSION -> TabularRegressor.load((MlpSpec) spec, training, directory);
            case CV -> ImageClassifier.load((CnnSpec) spec, training, directory);
            case NLP -> TextClassifier.load((TextSpec) spec, training, directory);
        };
    }
}
