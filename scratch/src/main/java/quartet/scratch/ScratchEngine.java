package quartet.scratch;

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
import quartet.scratch.kernel.KernelChoice;

/** The from-scratch library behind the contract (Factory). */
public final class ScratchEngine implements Engine {
    /** Has the kernels get ready in the background, while the job is read. */
    private final KernelChoice kernels = KernelChoice.instance();

    @Override
    public EngineInfo info() {
        String framework = "Java " + Runtime.version().feature();
        return new EngineInfo(
                "scratch", framework, kernels.description(), "cpu", EngineInfo.requestedThreads(), List.of());
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        kernels.awaitReady();
        return switch (spec.project()) {
            case CLASSIFICATION -> new TabularClassifier((MlpSpec) spec, training, initial);
            case REGRESSION -> new TabularRegressor((MlpSpec) spec, training, initial);
            case CV -> new ImageClassifier((CnnSpec) spec, training, initial);
            case NLP -> new TextClassifier((TextSpec) spec, training, initial);
        };
    }

    @Override
    public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
        kernels.awaitReady();
        return switch (spec.project()) {
            case CLASSIFICATION -> TabularClassifier.load((MlpSpec) spec, training, directory);
            case REGRESSION -> TabularRegressor.load((MlpSpec) spec, training, directory);
            case CV -> ImageClassifier.load((CnnSpec) spec, training, directory);
            case NLP -> TextClassifier.load((TextSpec) spec, training, directory);
        };
    }
}
