package quartet.djl.tensorflow.adapter;

import java.nio.file.Path;
import java.util.List;
import org.tensorflow.TensorFlow;
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
import quartet.djl.tensorflow.ImageClassifier;
import quartet.djl.tensorflow.TabularClassifier;
import quartet.djl.tensorflow.TabularRegressor;
import quartet.djl.tensorflow.TextClassifier;

/** The engine for DJL with TensorFlow: a factory of learners and of trained examples. */
public final class TensorFlowEngine implements Engine {

    /**
     * Returns names and versions as DJL and TensorFlow report them.
     *
     * @throws UnsupportedOperationException if there is no native library for this platform
     */
    @Override
    public EngineInfo info() {
        ai.djl.engine.Engine engine = NativeLibrary.load();
        return new EngineInfo(
                "djl-tensorflow",
                "DJL " + ai.djl.engine.Engine.getDjlVersion(),
                "TensorFlow " + TensorFlow.version(),
                engine.defaultDevice().getDeviceType(),
                NativeLibrary.threads(),
                List.of());
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        return StrictLearner.create(spec, training, initial);
    }

    @Override
    public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
        return StrictLearner.load(spec, training, directory);
    }

    @Override
    public ExampleModel trainExample(ModelSpec spec, Examples train, int epochs, int batchSize, long seed) {
        NativeLibrary.load();
        return spec.accept(new ModelSpec.Visitor<>() {
            @Override
            public ExampleModel tabularClassifier(MlpSpec network) {
                return TrainedExample.of(TabularClassifier.train(network, train, epochs, batchSize, seed));
            }

            @Override
            public ExampleModel tabularRegressor(MlpSpec network) {
                return TrainedExample.of(TabularRegressor.train(network, train, epochs, batchSize, seed));
            }

            @Override
            public ExampleModel imageClassifier(CnnSpec network) {
                return TrainedExample.of(ImageClassifier.train(network, train, epochs, batchSize, seed));
            }

            @Override
            public ExampleModel textClassifier(TextSpec network) {
                return TrainedExample.of(TextClassifier.train(network, train, epochs, batchSize, seed));
            }
        });
    }

    @Override
    public ExampleModel loadExample(ModelSpec spec, Path directory) {
        NativeLibrary.load();
        return spec.accept(new ModelSpec.Visitor<>() {
            @Override
            public ExampleModel tabularClassifier(MlpSpec network) {
                return TrainedExample.of(TabularClassifier.load(network, directory));
            }

            @Override
            public ExampleModel tabularRegressor(MlpSpec network) {
                return TrainedExample.of(TabularRegressor.load(network, directory));
            }

            @Override
            public ExampleModel imageClassifier(CnnSpec network) {
                return TrainedExample.of(ImageClassifier.load(network, directory));
            }

            @Override
            public ExampleModel textClassifier(TextSpec network) {
                return TrainedExample.of(TextClassifier.load(network, directory));
            }
        });
    }
}
