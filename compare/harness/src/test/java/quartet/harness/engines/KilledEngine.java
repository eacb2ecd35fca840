package quartet.harness.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** Passes the parity phase (its 100 steps), then is killed from outside while it trains. */
public final class KilledEngine extends DelegatingEngine {
    private static final int STEPS = 100;

    public KilledEngine() {
        super("killed");
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        return new DelegatingLearner(super.create(spec, training, initial)) {
            private int steps;

            @Override
            public float trainBatch(Batch batch) {
                if (++steps > STEPS) {
                    try {
                        new ProcessBuilder(
                                        "kill",
                                        "-9",
                                        Long.toString(ProcessHandle.current().pid()))
                                .start();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return super.trainBatch(batch);
            }
        };
    }
}
