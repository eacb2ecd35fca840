package quartet.harness.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import quartet.contract.Batch;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.reference.NamedArrays;
import quartet.contract.reference.ReferenceNetwork;
import quartet.contract.reference.ReferencePass;
import quartet.harness.parity.ParityAnswers;

/** A correct learner in float64 that rounds its results to float32. A subclass plants one mistake. */
class FlawedLearner {
    final ModelSpec spec;
    final TrainingSpec training;
    Weights weights;
    Optional<Batch> previous = Optional.empty();
    private final Map<String, double[]> m = new HashMap<>();
    private final Map<String, double[]> v = new HashMap<>();
    private int steps;

    FlawedLearner(Start start) {
        spec = start.spec();
        training = start.training();
        weights = start.weights();
    }

    /** What a learner is made from. */
    record Start(ModelSpec spec, TrainingSpec training, Weights weights) {}

    /** The predictions of a batch, its loss and its gradients. */
    ReferencePass pass(Batch batch) {
        return new ReferenceNetwork(spec, weights).pass(batch);
    }

    double[][] predict(Batch batch) {
        return pass(batch).predictions();
    }

    double loss(Batch batch) {
        return pass(batch).loss();
    }

    Weights gradients(Batch batch) {
        return rounded(pass(batch).gradients(), 1);
    }

    double beta1() {
        return training.beta1();
    }

    double beta2() {
        return training.beta2();
    }

    /** The gradient that enters the moments. */
    double decayed(double weight, double gradient) {
        return gradient;
    }

    /** The length of a step divided by the learning rate. */
    double length(double m, double v, int t) {
        double root = Math.sqrt(v / (1 - Math.pow(beta2(), t))) + training.epsilon();
        return m / (1 - Math.pow(beta1(), t)) / root;
    }

    /** The weight after the step. */
    double moved(double weight, double length) {
        return weight - training.learningRate() * length;
    }

    final ParityAnswers.Probe probe(Batch batch) {
        double[][] rows = predict(batch);
        float[] logits = new float[rows.length * spec.outputs()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) rows[i / spec.outputs()][i % spec.outputs()];
        }
        Weights gradients = gradients(batch);
        float loss = (float) loss(batch);
        train(batch, gradients);
        return new ParityAnswers.Probe(Tensor.of(logits, rows.length, spec.outputs()), loss, gradients, weights);
    }

    void train(Batch batch, Weights gradients) {
        steps++;
        Map<String, Tensor> updated = new LinkedHashMap<>();
        weights.asMap().forEach((name, tensor) -> {
            double[] mean = m.computeIfAbsent(name, key -> new double[tensor.size()]);
            double[] square = v.computeIfAbsent(name, key -> new double[tensor.size()]);
            float[] result = new float[tensor.size()];
            for (int i = 0; i < result.length; i++) {
                double w = tensor.data()[i];
                double g = decayed(w, gradients.get(name).data()[i]);
                mean[i] = beta1() * mean[i] + (1 - beta1()) * g;
                square[i] = beta2() * square[i] + (1 - beta2()) * g * g;
                result[i] = (float) moved(w, length(mean[i], square[i], steps));
            }
            updated.put(name, new Tensor(tensor.shape(), result));
        });
        weights = new Weights(updated);
        previous = Optional.of(batch);
    }

    Weights rounded(NamedArrays arrays, double factor) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        spec.parameterShapes().forEach((name, shape) -> {
            float[] floats = new float[Tensor.size(shape)];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) (factor * arrays.get(name)[i]);
            }
            tensors.put(name, new Tensor(shape, floats));
        });
        return new Weights(tensors);
    }
}
