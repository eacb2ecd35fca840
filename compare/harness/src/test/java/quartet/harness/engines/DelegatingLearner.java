package quartet.harness.engines;

import java.nio.file.Path;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.datasets.Features;

/** Passes everything on; a subclass does one thing differently. */
class DelegatingLearner implements Learner {
    private final Learner learner;

    DelegatingLearner(Learner learner) {
        this.learner = learner;
    }

    @Override
    public float trainBatch(Batch batch) {
        return learner.trainBatch(batch);
    }

    @Override
    public Tensor predict(Features features) {
        return learner.predict(features);
    }

    @Override
    public Weights gradients(Batch batch) {
        return learner.gradients(batch);
    }

    @Override
    public Weights weights() {
        return learner.weights();
    }

    @Override
    public void save(Path directory) {
        learner.save(directory);
    }

    @Override
    public void close() {
        learner.close();
    }
}
