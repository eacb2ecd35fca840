package quartet.djl.tensorflow;

import java.nio.file.Path;
import java.util.List;
import org.tensorflow.TensorFlow;
import quartet.contract.CnnSpec;
import quartet.contract.Engine;
import quartet.contract.EngineInfo;
import quartet.contract.Learner;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** DJL with the TensorFlow engine, behind the contract. */
public final class TensorFlowEngine implements Engine {

    /** @throws UnsupportedOperationException if there is no native library for this platform */
    @Override
    public EngineInfo info() {
        ai.djl.engine.Engine engine = TensorFlowLibrary.load();
        return new EngineInfo(
                "djl-tensorflow",
                "DJL " + ai.djl.engine.Engine.getDjlVersion(),
                "TensorFlow " + TensorFlow.version(),
                engine.defaultDevice().getDeviceType(),
                TensorFlowLibrary.sessionConfig().getIntraOpParallelismThreads(),
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
