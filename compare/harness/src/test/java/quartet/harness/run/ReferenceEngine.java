package quartet.harness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.contract.Batch;
import quartet.contract.Engine;
import quartet.contract.EngineInfo;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.reference.NamedArrays;
import quartet.contract.reference.ReferenceAdam;
import quartet.contract.reference.ReferenceNetwork;
import quartet.contract.safetensors.Safetensors;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.datasets.Features;

/** An engine that is correct and slow: the float64 reference, rounded to float32 after every call. */
final class ReferenceEngine implements Engine {
    private static final String FILE = "weights.safetensors";

    private final String name;

    ReferenceEngine(String name) {
        this.name = name;
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo(name, name + " 1.0", "none", "cpu", 1, List.of("deviation of " + name));
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        return new ReferenceLearner(spec, training, initial);
    }

    @Override
    public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
        return create(spec, training, Safetensors.open(directory.resolve(FILE)).weights());
    }

    private static final class ReferenceLearner implements Learner {
        private final ModelSpec spec;
        private final ReferenceAdam adam;
        private Weights weights;

        ReferenceLearner(ModelSpec spec, TrainingSpec training, Weights initial) {
            this.spec = spec;
            adam = new ReferenceAdam(training);
            weights = initial;
        }

        @Override
        public float trainBatch(Batch batch) {
            Weights gradients = gradients(batch);
            float loss = (float) new ReferenceNetwork(spec, weights).loss(batch);
            weights = rounded(adam.step(weights, gradients));
            return loss;
        }

        @Override
        public Tensor predict(Features features) {
            double[][] predictions = new ReferenceNetwork(spec, weights).predict(features);
            float[] flat = new float[features.rows() * spec.outputs()];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = (float) predictions[i / spec.outputs()][i % spec.outputs()];
            }
            return Tensor.of(flat, features.rows(), spec.outputs());
        }

        @Override
        public Weights gradients(Batch batch) {
            return rounded(new ReferenceNetwork(spec, weights).pass(batch).gradients());
        }

        @Override
        public Weights weights() {
            return weights;
        }

        @Override
        public void save(Path directory) {
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            SafetensorsWriter.write(directory.resolve(FILE), weights.asMap());
        }

        @Override
        public void close() {}

        private Weights rounded(NamedArrays arrays) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            spec.parameterShapes().forEach((name, shape) -> {
                double[] doubles = arrays.get(name);
                float[] floats = new float[doubles.length];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) doubles[i];
                }
                tensors.put(name, new Tensor(shape, floats));
            });
            return new Weights(tensors);
        }
    }
}
