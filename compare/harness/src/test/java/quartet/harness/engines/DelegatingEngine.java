package quartet.harness.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import quartet.contract.Engine;
import quartet.contract.EngineInfo;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** An engine that computes with a real one on the class path, under a name of its own, and does one thing wrong. */
abstract class DelegatingEngine implements Engine {
    private final String name;

    DelegatingEngine(String name) {
        this.name = name;
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo(name, "test", "test", "cpu", EngineInfo.requestedThreads(), List.of());
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        return real().create(spec, training, initial);
    }

    @Override
    public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
        return real().load(spec, training, directory);
    }

    static Engine real() {
        return ServiceLoader.load(Engine.class).stream()
                .filter(provider -> !DelegatingEngine.class.isAssignableFrom(provider.type()))
                .findFirst()
                .orElseThrow()
                .get();
    }
}
