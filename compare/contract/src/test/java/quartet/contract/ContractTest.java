package quartet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quartet.contract.experiment.BatchOrder;
import quartet.contract.experiment.InitialWeights;
import quartet.contract.experiment.Project;
import quartet.contract.kit.EngineTestKit;
import quartet.datasets.Datasets;
import quartet.datasets.Features;
import quartet.datasets.Targets;

class ContractTest {
    @Test
    void theSpecificationTakesItsDimensionsFromTheData() {
        ModelSpec spec = Project.CLASSIFICATION.specification(Datasets.load("letter-recognition", 1));
        assertThat(spec).isEqualTo(MlpSpec.classifier(16, List.of(128, 128), 26));
        // 16*128+128 + 128*128+128 + 128*26+26
        assertThat(InitialWeights.draw(spec, 1).count()).isEqualTo(2176 + 16512 + 3354);
        assertThatThrownBy(() -> Project.REGRESSION.specification(Datasets.load("iris", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void initialWeightsHaveTheVarianceOfTheirFormulaAndTheirSeedDecides() {
        ModelSpec spec = MlpSpec.classifier(400, List.of(500), 300);
        Weights weights = InitialWeights.draw(spec, 3);
        weights.check(spec);
        assertThat(variance(weights.get("hidden1.weight"))).isCloseTo(2.0 / 400, within(1e-4));
        // A uniform distribution in +-a has the variance a^2 / 3.
        assertThat(variance(weights.get("output.weight"))).isCloseTo(6.0 / 800 / 3, within(1e-4));
        assertThat(weights.get("hidden1.bias").data()).containsOnly(0);
        assertThat(InitialWeights.draw(spec, 3)).isEqualTo(weights);
        assertThat(InitialWeights.draw(spec, 4)).isNotEqualTo(weights);
    }

    @Test
    void thePaddingTokenStartsAtZero() {
        float[] table = InitialWeights.draw(new TextSpec(10, 4, 3, List.of(), 2), 1)
                .get("embedding.weight")
                .data();
        assertThat(Arrays.copyOf(table, 3)).containsOnly(0);
        assertThat(Arrays.copyOfRange(table, 3, 30)).doesNotContain(0f);
    }

    @Test
    void everyEpochSeesEveryRowOnceInAnotherOrder() {
        BatchOrder order = new BatchOrder(50, 2, 9);
        int[] all = IntStream.range(0, 50).toArray();
        for (int epoch = 0; epoch < 2; epoch++) {
            assertThat(order.epoch(epoch)).containsExactlyInAnyOrder(all);
        }
        assertThat(order.epoch(0)).isNotEqualTo(order.epoch(1));
        assertThat(new BatchOrder(50, 2, 9).epoch(1)).isEqualTo(order.epoch(1));
    }

    /** The expected permutations come from the documented algorithm, computed with Python's unbounded integers. */
    @Test
    void theOrderIsTheOneThatIsDocumented() {
        BatchOrder order = new BatchOrder(10, 3, 42);
        assertThat(order.epoch(0)).containsExactly(5, 8, 6, 2, 9, 4, 0, 3, 1, 7);
        assertThat(order.epoch(2)).containsExactly(1, 0, 5, 8, 6, 2, 9, 3, 7, 4);
    }

    @Test
    void aLongerOrderBeginsWithTheShorterOne() {
        BatchOrder order = new BatchOrder(10, 1, 42);
        assertThat(order.batches(4)).isEqualTo(3);
        assertThat(order.forSteps(100, 4)).isEqualTo(new BatchOrder(10, 34, 42));
    }

    @Test
    void specificationsTravelAsJson() throws Exception {
        JsonMapper json = new JsonMapper();
        for (ModelSpec spec : EngineTestKit.specs()) {
            assertThat(json.readValue(json.writeValueAsString(spec), ModelSpec.class))
                    .isEqualTo(spec);
        }
        TrainingSpec training = TrainingSpec.adam(3, 8);
        assertThat(json.readValue(json.writeValueAsString(training), TrainingSpec.class))
                .isEqualTo(training);
    }

    @Test
    void refusesDimensionsAndBudgetsThatMakeNoSense() {
        assertThatThrownBy(() -> MlpSpec.classifier(0, List.of(), 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CnnSpec(1, 7, 8, List.of(1, 1), 1, 2))
                .hasMessage("CnnSpec: expected images of 8 x 8 pixels or more, but were 7 x 8");
        assertThatThrownBy(() -> TrainingSpec.adam(0, 1)).hasMessage("epochs: expected 1 or more, but was 0");
        assertThatThrownBy(() -> new Targets.Classes(new int[] {0, 3}, 3))
                .hasMessage("Targets: expected labels in [0, 3), but row 1 was 3");
        assertThatThrownBy(() -> new Features.Values(new int[] {2, 2}, new float[3]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tensor.of(new float[3], 2, 2))
                .hasMessage("Tensor: expected 4 numbers for [2, 2], but were 3");
    }

    private static double variance(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.data()) {
            sum += value * value;
        }
        return sum / tensor.size();
    }
}
