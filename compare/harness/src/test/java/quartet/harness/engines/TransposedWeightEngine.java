package quartet.harness.engines;

import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** Takes a square weight matrix for its transpose: no shape betrays the mistake. */
public final class TransposedWeightEngine extends DelegatingEngine {
    public TransposedWeightEngine() {
        super("transposed-weight");
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(initial.asMap());
        tensors.computeIfPresent("hidden2.weight", (name, tensor) -> tensor.transposed());
        return super.create(spec, training, new Weights(tensors));
    }
}
