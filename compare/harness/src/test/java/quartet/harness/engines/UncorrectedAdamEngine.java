package quartet.harness.engines;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Features;

/** Adam without the bias correction: the forward and the backward pass are right, the first step is not. */
public final class UncorrectedAdamEngine extends DelegatingEngine {
    public UncorrectedAdamEngine() {
        super("uncorrected-adam");
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        return new UncorrectedLearner(spec, training, initial);
    }

    private static final class UncorrectedLearner extends DelegatingLearner {
        private final ModelSpec spec;
        private final TrainingSpec training;
        private final Map<String, float[]> m = new HashMap<>();
        private final Map<String, float[]> v = new HashMap<>();
        private Learner current;

        UncorrectedLearner(ModelSpec spec, TrainingSpec training, Weights initial) {
            super(real().create(spec, training, initial));
            this.spec = spec;
            this.training = training;
            current = real().create(spec, training, initial);
        }

        @Override
        public Weights weights() {
            return current.weights();
        }

        @Override
        public Tensor predict(Features features) {
            return current.predict(features);
        }

        @Override
        public Weights gradients(Batch batch) {
            return current.gradients(batch);
        }

        @Override
        public void save(Path directory) {
            current.save(directory);
        }

        @Override
        public void close() {
            current.close();
            super.close();
        }

        @Override
        public float trainBatch(Batch batch) {
            Weights gradients = current.gradients(batch);
            Map<String, Tensor> updated = new LinkedHashMap<>();
            current.weights().asMap().forEach((name, weight) -> {
                float[] g = gradients.get(name).data();
                float[] mean = m.computeIfAbsent(name, key -> new float[g.length]);
                float[] square = v.computeIfAbsent(name, key -> new float[g.length]);
                for (int i = 0; i < g.length; i++) {
                    mean[i] = (float) (training.beta1() * mean[i] + (1 - training.beta1()) * g[i]);
                    square[i] = (float) (training.beta2() * square[i] + (1 - training.beta2()) * g[i] * g[i]);
                    weight.data()[i] -=
                            (float) (training.learningRate() * mean[i] / (Math.sqrt(square[i]) + training.epsilon()));
                }
                updated.put(name, weight);
            });
            float loss = current.trainBatch(batch);
            current.close();
            current = real().create(spec, training, new Weights(updated));
            return loss;
        }
    }
}
