package quartet.harness.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** Starts processes of its own, one of which loses its parent, and never comes back from its first step. */
public final class ForkingEngine extends DelegatingEngine {
    public ForkingEngine() {
        super("forking");
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        return new DelegatingLearner(super.create(spec, training, initial)) {
            @Override
            public float trainBatch(Batch batch) {
                try {
                    start("sleep 1000 & echo started");
                    start("sleep 1000; echo ended");
                    new CountDownLatch(1).await();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IllegalStateException("interrupted");
            }
        };
    }

    private static void start(String script) throws IOException {
        new ProcessBuilder("sh", "-c", script)
                .directory(SpoilingEngine.folder().toFile())
                .inheritIO()
                .start();
    }
}
