package quartet.harness.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import quartet.contract.Batch;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.InitialWeights;
import quartet.contract.experiment.Project;
import quartet.contract.reference.NamedArrays;
import quartet.contract.reference.ReferenceAdam;
import quartet.contract.reference.ReferenceNetwork;
import quartet.contract.reference.ReferencePass;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * Writes the float64 reference results of a small network with given weights for one batch: logits or values,
 * gradients, and the losses of some steps of Adam.
 *
 * <p>Weights are drawn repeatedly until no rectifier or pooling window has a near-tie, so that every correct program
 * computes the same gradients.
 */
final class ParityFile {
    private static final int ROWS = 7;
    private static final int STEPS = 10;
    private static final TrainingSpec ADAM = TrainingSpec.adam(1, ROWS);

    private ParityFile() {}

    /**
     * Returns a small network of the kind that a project trains. Its dimensions are unequal, so that transposed axes
     * are detected.
     */
    static ModelSpec specification(Project project) {
        return switch (project) {
            case CLASSIFICATION -> MlpSpec.classifier(5, List.of(7, 6), 3);
            case REGRESSION -> MlpSpec.regressor(6, List.of(5, 4));
            case CV -> new CnnSpec(2, 9, 11, List.of(3, 4), 5, 3);
            case NLP -> new TextSpec(20, 6, 5, List.of(4), 3);
        };
    }

    static void write(Path file, ModelSpec spec) {
        long seed = 1;
        while (!write(file, spec, seed)) {
            seed++;
        }
    }

    /** Writes the file. Returns false and writes nothing if there is a near-tie. */
    private static boolean write(Path file, ModelSpec spec, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Weights weights = weights(spec, seed, random);
        Batch batch = batch(spec, random);
        ReferencePass first = new ReferenceNetwork(spec, weights).pass(batch);
        float[] losses = new float[STEPS];
        ReferenceAdam adam = new ReferenceAdam(ADAM);
        Weights current = weights;
        for (int step = 0; step < STEPS; step++) {
            ReferencePass pass = new ReferenceNetwork(spec, current).pass(batch);
            if (!pass.nearTies().isEmpty()) {
                return false;
            }
            losses[step] = (float) pass.loss();
            current = floats(spec, adam.step(current, floats(spec, pass.gradients())));
        }
        SafetensorsWriter writer = new SafetensorsWriter();
        weights.asMap().forEach((name, tensor) -> writer.add("weight." + name, tensor));
        floats(spec, first.gradients()).asMap().forEach((name, tensor) -> writer.add("gradient." + name, tensor));
        addBatch(writer, batch);
        writer.add("predictions", matrix(first.predictions()));
        writer.add("losses", Tensor.vector(losses));
        writer.write(file);
        return true;
    }

    private static Weights weights(ModelSpec spec, long seed, SplittableRandom random) {
        Weights weights = InitialWeights.draw(spec, seed);
        // Non-zero biases reveal a missing or misplaced bias.
        weights.asMap().forEach((name, tensor) -> {
            if (name.endsWith(".bias")) {
                for (int i = 0; i < tensor.size(); i++) {
                    tensor.data()[i] = (float) random.nextDouble(-0.1, 0.1);
                }
            }
        });
        return weights;
    }

    private static Batch batch(ModelSpec spec, SplittableRandom random) {
        Features features = spec.zeros(ROWS);
        if (features instanceof Features.Values values) {
            for (int i = 0; i < values.data().length; i++) {
                values.data()[i] = (float) random.nextDouble(-1, 1);
            }
        } else if (spec instanceof TextSpec text) {
            fill(features.asTokens(), text.vocabulary(), random);
        }
        Targets targets =
                switch (spec.objective()) {
                    case SQUARED_ERROR -> {
                        float[] values = new float[ROWS];
                        for (int row = 0; row < ROWS; row++) {
                            values[row] = (float) random.nextDouble(-1, 1);
                        }
                        yield new Targets.Values(values);
                    }
                    case CROSS_ENTROPY ->
                        new Targets.Classes(random.ints(ROWS, 0, spec.outputs()).toArray(), spec.outputs());
                };
        return new Batch(features, targets);
    }

    /** Fills texts of 1 to the maximum number of tokens; the rest is padding. */
    private static void fill(Features.Tokens tokens, int vocabulary, SplittableRandom random) {
        for (int row = 0; row < tokens.rows(); row++) {
            for (int t = 0; t <= row % tokens.length(); t++) {
                tokens.ids()[row * tokens.length() + t] = random.nextInt(1, vocabulary);
            }
        }
    }

    private static void addBatch(SafetensorsWriter writer, Batch batch) {
        if (batch.features() instanceof Features.Tokens tokens) {
            writer.add("features", new int[] {tokens.rows(), tokens.length()}, tokens.ids());
        } else {
            Features.Values values = batch.features().asValues();
            writer.add("features", new Tensor(values.shape(), values.data()));
        }
        if (batch.targets() instanceof Targets.Classes classes) {
            writer.add("targets", new int[] {classes.rows()}, classes.labels());
        } else {
            writer.add("targets", Tensor.vector(batch.targets().asValues().values()));
        }
    }

    private static Tensor matrix(double[][] rows) {
        int columns = rows[0].length;
        float[] numbers = new float[rows.length * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) rows[i / columns][i % columns];
        }
        return Tensor.of(numbers, rows.length, columns);
    }

    private static Weights floats(ModelSpec spec, NamedArrays arrays) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        spec.parameterShapes().forEach((name, shape) -> {
            double[] doubles = arrays.get(name);
            float[] numbers = new float[doubles.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) doubles[i];
            }
            tensors.put(name, new Tensor(shape, numbers));
        });
        return new Weights(tensors);
    }
}
