package quartet.scratch.adapter;

import java.nio.file.Path;
import java.util.List;
import quartet.contract.CnnSpec;
import quartet.contract.Engine;
import quartet.contract.EngineInfo;
import quartet.contract.ExampleModel;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Examples;
import quartet.scratch.backend.KernelChoice;

/** The from-scratch library behind the contract: a factory of learners and of trained examples. */
public final class ScratchEngine implements Engine {
    /** Starts the JIT warm-up of the kernels in the background, while the worker reads its job. */
    private final KernelChoice kernels = KernelChoice.instance();

    private void awaitReady(ModelSpec spec) {
        if (spec instanceof CnnSpec) {
            kernels.awaitReady();
        } else {
            kernels.awaitMatricesReady();
        }
    }

    @Override
    public EngineInfo info() {
        String framework = "Java " + Runtime.version().feature();
        return new EngineInfo(
                "scratch", framework, kernels.description(), "cpu", EngineInfo.requestedThreads(), List.of());
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        awaitReady(spec);
        return StrictLearner.create(spec, training, initial);
    }

    @Override
    public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
        awaitReady(spec);
        return StrictLearner.load(spec, training, directory);
    }

    @Override
    public ExampleModel trainExample(ModelSpec spec, Examples train, int epochs, int batchSize, long seed) {
        awaitReady(spec);
        return Example.of(spec).trainer().train(train, epochs, batchSize, seed);
    }

    @Override
    public ExampleModel loadExample(ModelSpec spec, Path directory) {
        awaitReady(spec);
        return Example.of(spec).loader().apply(directory);
    }
}
