package quartet.harness.engines;

import java.util.concurrent.CountDownLatch;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** Never comes back from its first step. */
public final class HangingEngine extends DelegatingEngine {
    public HangingEngine() {
        super("hanging");
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        return new DelegatingLearner(super.create(spec, training, initial)) {
            @Override
            public float trainBatch(Batch batch) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IllegalStateException("interrupted");
            }
        };
    }
}
