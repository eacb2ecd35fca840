package quartet.contract.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.contract.Batch;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.kit.EngineTestKit;
import quartet.datasets.Features;
import quartet.datasets.Targets;

class ReferenceNetworkTest {
    private static final double STEP = 1e-6;

    static List<ModelSpec> specs() {
        return EngineTestKit.specs();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void gradientsAgreeWithCentralDifferences(ModelSpec spec) {
        for (int rows : new int[] {1, 7}) {
            Batch batch = EngineTestKit.batch(spec, rows);
            ReferenceNetwork network = new ReferenceNetwork(spec, EngineTestKit.weights(spec));
            NamedArrays gradients = network.pass(batch).gradients();
            assertThat(gradients.names()).isEqualTo(spec.parameterShapes().keySet());
            for (String name : gradients.names()) {
                double[] gradient = gradients.get(name);
                for (int i = 0; i < gradient.length; i++) {
                    assertThat(gradient[i])
                            .as("%s[%d]", name, i)
                            .isCloseTo(centralDifference(network, name, i, batch), within(1e-8));
                }
            }
        }
    }

    @Test
    void predictsByTheFormulaOfAnAffineMap() {
        MlpSpec spec = MlpSpec.regressor(2, List.of());
        Weights weights = new Weights(Map.of(
                "output.weight", Tensor.of(new float[] {2, -3}, 2, 1), "output.bias", Tensor.vector(new float[] {0.5f
                })));
        Features features = new Features.Values(new int[] {1, 2}, new float[] {1, 2});
        ReferenceNetwork network = new ReferenceNetwork(spec, weights);
        assertThat(network.predict(features)[0]).containsExactly(-3.5);
        Batch batch = new Batch(features, new Targets.Values(new float[] {-1.5f}));
        ReferencePass pass = network.pass(batch);
        assertThat(pass.loss()).isEqualTo(4);
        assertThat(pass.gradients().get("output.weight")).containsExactly(-4, -8);
    }

    @Test
    void reportsANearTieOfPoolingAndTheGradientsOfTheOtherChoice() {
        CnnSpec spec = new CnnSpec(1, 8, 8, List.of(1), 2, 2);
        Weights weights = EngineTestKit.weights(spec);
        float[] kernel = weights.get("conv1.weight").data();
        Arrays.fill(kernel, 0);
        kernel[4] = 1; // the identity
        float[] pixels = new float[64];
        pixels[0] = 1;
        pixels[1] = Math.nextUp(1f);
        Batch batch =
                new Batch(new Features.Values(new int[] {1, 1, 8, 8}, pixels), new Targets.Classes(new int[] {1}, 2));
        ReferenceNetwork network = new ReferenceNetwork(spec, weights);
        List<ReferencePass.RowTie> ties = network.pass(batch).nearTies().stream()
                .filter(tie -> tie.tie().layer().equals("pool1"))
                .toList();
        assertThat(ties).hasSize(1);
        NearTie tie = ties.get(0).tie();
        assertThat(tie.alternative()).isZero();

        NamedArrays change = network.gradientChange(batch, 0, List.of(tie));
        pixels[0] = Math.nextUp(Math.nextUp(1f));
        NamedArrays other = network.pass(batch).gradients();
        pixels[0] = 1;
        NamedArrays own = network.pass(batch).gradients();
        for (int i = 0; i < kernel.length; i++) {
            double expected = other.get("conv1.weight")[i] - own.get("conv1.weight")[i];
            assertThat(change.get("conv1.weight")[i]).isCloseTo(expected, within(1e-6));
        }
        assertThat(Arrays.stream(change.get("conv1.weight"))).anyMatch(value -> Math.abs(value) > 1e-3);
    }

    /** Two steps by hand, with a gradient of 1 and then 2. */
    @Test
    void adamFollowsItsRecurrence() {
        TrainingSpec spec = new TrainingSpec(1, 1, 0.1, 0.9, 0.99, 1e-8);
        ReferenceAdam adam = new ReferenceAdam(spec);
        Weights weights = new Weights(Map.of("w", Tensor.vector(new float[] {1})));
        adam.step(weights, new Weights(Map.of("w", Tensor.vector(new float[] {1}))));
        double m = (0.9 * 0.1 + 0.1 * 2) / (1 - 0.81);
        double v = (0.99 * 0.01 + 0.01 * 4) / (1 - 0.9801);
        double second = adam.step(weights, new Weights(Map.of("w", Tensor.vector(new float[] {2}))))
                .get("w")[0];
        assertThat(second).isCloseTo(1 - 0.1 * m / (Math.sqrt(v) + 1e-8), within(1e-12));
    }

    private static double centralDifference(ReferenceNetwork network, String name, int index, Batch batch) {
        double[] values = network.parameter(name);
        double value = values[index];
        values[index] = value + STEP;
        double above = network.loss(batch);
        values[index] = value - STEP;
        double below = network.loss(batch);
        values[index] = value;
        return (above - below) / (2 * STEP);
    }
}
