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
import quartet.scratch.backend.KernelChoice;

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
        kernels.awaitReady();
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
