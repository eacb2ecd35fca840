package quartet.harness.engines;

import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** As an engine without a native library for the platform. */
public final class UnsupportedEngine extends DelegatingEngine {
    public UnsupportedEngine() {
        super("unsupported");
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        throw new UnsupportedOperationException("no native library for this platform");
    }
}
