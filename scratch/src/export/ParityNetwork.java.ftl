package ${examples};

import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.${spec};
import quartet.datasets.Features;
import quartet.datasets.Targets;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
<#assign loss = (kind == "values")?then("MeanSquaredError", "SoftmaxCrossEntropy")>
import quartet.scratch.nn.loss.${loss};
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/** The network of {@link ${example}} with the weights of a fixture, opened for a test. */
final class ParityNetwork implements AutoCloseable {
    private final Sequential network = ${example}.network(ParityFixture.SPEC);
    private final ${loss} loss = new ${loss}();
    private final Adam adam = new Adam(1e-3);

    ParityNetwork(ParityFixture fixture) {
        for (Parameter parameter : network.parameters()) {
            float[] weight = fixture.weight(parameter.name());
            parameter.value().copyFrom(FloatTensor.of(weight, parameter.value().shape()));
        }
    }

    /** Returns ${predictionsDescription?uncap_first}, row by row. */
    float[] predict(Features features) {
        return numbers(network.forward(ExampleBatches.input(features), false));
    }

    /** Returns the gradients of the mean loss by name. */
    Map<String, float[]> gradients(Features features, Targets targets) {
        backward(features, targets);
        Map<String, float[]> gradients = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            gradients.put(parameter.name(), numbers(parameter.gradient()));
        }
        return gradients;
    }

    /** Performs one step of Adam. Returns the mean loss before it. */
    double step(Features features, Targets targets) {
        double meanLoss = backward(features, targets);
        adam.step(network.parameters());
        return meanLoss;
    }

    /** Does nothing: the arrays belong to the garbage collector. */
    @Override
    public void close() {}

    private double backward(Features features, Targets targets) {
        Tensor predictions = network.forward(ExampleBatches.input(features), true);
        double meanLoss = loss.forward(predictions, ExampleBatches.<#if kind == "values">values<#else>labels</#if>(targets));
        network.backwardParameters(loss.backward());
        return meanLoss;
    }

    private static float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) tensor.get(i);
        }
        return numbers;
    }
}
