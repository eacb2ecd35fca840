package quartet.harness.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.InitialWeights;
import quartet.contract.reference.ReferenceNetwork;
import quartet.datasets.Features;

/** ONNX Runtime computes from the file what the reference computes from the weights. */
class OnnxFileTest {
    private static final int ROWS = 5;

    private final Path file;

    OnnxFileTest(@TempDir Path folder) {
        file = folder.resolve("network.onnx");
    }

    static List<ModelSpec> specs() {
        return List.of(
                MlpSpec.classifier(5, List.of(7, 6), 3),
                MlpSpec.regressor(6, List.of(5, 4)),
                MlpSpec.regressor(3, List.of()),
                new CnnSpec(2, 9, 11, List.of(3, 4), 5, 3),
                new TextSpec(20, 6, 5, List.of(4), 3));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void onnxRuntimePredictsWhatTheReferencePredicts(ModelSpec spec) throws OrtException {
        Weights weights = InitialWeights.draw(spec, 3);
        Features features = features(spec);

        OnnxFile.write(file, spec, weights);

        double[][] expected = new ReferenceNetwork(spec, weights).predict(features);
        float[][] actual = predict(features);
        assertThat(actual).hasDimensions(ROWS, spec.outputs());
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < spec.outputs(); i++) {
                assertThat((double) actual[row][i]).isCloseTo(expected[row][i], within(1e-5));
            }
        }
    }

    @Test
    void refusesWeightsOfAnotherNetwork() {
        Weights weights = InitialWeights.draw(MlpSpec.regressor(3, List.of()), 3);
        assertThatThrownBy(() -> OnnxFile.write(file, MlpSpec.regressor(4, List.of()), weights))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file).doesNotExist();
    }

    private float[][] predict(Features features) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor input = tensor(environment, features);
                OrtSession.Result result = session.run(Map.of("features", input))) {
            return (float[][]) result.get(0).getValue();
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, Features features) throws OrtException {
        if (features instanceof Features.Tokens tokens) {
            long[] ids = Arrays.stream(tokens.ids()).asLongStream().toArray();
            return OnnxTensor.createTensor(
                    environment, LongBuffer.wrap(ids), new long[] {tokens.rows(), tokens.length()});
        }
        Features.Values values = features.asValues();
        long[] shape = Arrays.stream(values.shape()).asLongStream().toArray();
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values.data()), shape);
    }

    /** Random rows; the first text is empty. */
    private static Features features(ModelSpec spec) {
        SplittableRandom random = new SplittableRandom(4);
        Features features = spec.zeros(ROWS);
        if (features instanceof Features.Values values) {
            for (int i = 0; i < values.data().length; i++) {
                values.data()[i] = (float) random.nextDouble(-1, 1);
            }
        } else if (spec instanceof TextSpec text) {
            int[] ids = features.asTokens().ids();
            for (int row = 1; row < ROWS; row++) {
                for (int t = 0; t < row; t++) {
                    ids[row * text.length() + t] = random.nextInt(1, text.vocabulary());
                }
            }
        }
        return features;
    }
}
