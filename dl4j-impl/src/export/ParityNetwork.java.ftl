package ${examples};

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import quartet.contract.${spec};
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/** The network of {@link ${example}} with the weights of a fixture, opened for a test. */
final class ParityNetwork implements AutoCloseable {
    private static final long SEED = 42;

    private final List<String> names;
    private final MultiLayerNetwork network;

    ParityNetwork(ParityFixture fixture) {
        names = fixture.names();
        network = new MultiLayerNetwork(${example}.network(ParityFixture.SPEC, SEED));
        network.init();
        for (String name : names) {
            INDArray parameter = network.getParam(key(name));
            parameter.assign(Nd4j.create(fixture.weight(name), parameter.shape(), 'c'));
        }
    }

    /** Returns ${predictionsDescription?uncap_first}, row by row<#if kind != "values">. They are logarithms of the probabilities, which are logits too</#if>. */
    float[] predict(Features features) {
        DataSet rows = Nd4jArrays.dataSet(features);
        INDArray output = network.output(rows.getFeatures(), false, rows.getFeaturesMaskArray(), null);
        return numbers(<#if kind == "values">output<#else>Transforms.log(output)</#if>);
    }

    /** Returns the gradients of the mean loss by name. Deeplearning4j sums over the rows, and divides only in the update. */
    Map<String, float[]> gradients(Features features, Targets targets) {
        DataSet rows = Nd4jArrays.dataSet(new Examples(features, targets));
        network.setLayerMaskArrays(rows.getFeaturesMaskArray(), null);
        Gradient sums = network.calculateGradients(rows.getFeatures(), rows.getLabels(), null, null)
                .getFirst();
        network.clearLayerMaskArrays();
        Map<String, float[]> gradients = new LinkedHashMap<>();
        for (String name : names) {
            gradients.put(name, numbers(sums.getGradientFor(key(name)).div(features.rows())));
        }
        return gradients;
    }

    /** Performs one step of Adam. Returns the mean loss before it. */
    double step(Features features, Targets targets) {
        DataSet rows = Nd4jArrays.dataSet(new Examples(features, targets));
        network.fit(rows.getFeatures(), rows.getLabels(), rows.getFeaturesMaskArray(), null);
        return network.score();
    }

    @Override
    public void close() {
        network.close();
    }

    /** Returns the key of Deeplearning4j, such as {@code 0_W} for the weight of the first layer. */
    private String key(String name) {
        List<Layer> layers = Arrays.stream(network.getLayers())
                .filter(layer -> layer.numParams() > 0)
                .toList();
        List<String> layerNames =
                names.stream().map(ParityNetwork::layerName).distinct().toList();
        int index = layers.get(layerNames.indexOf(layerName(name))).getIndex();
        return index + (name.endsWith(".weight") ? "_W" : "_b");
    }

    private static String layerName(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    /** Returns the numbers in row-major order. */
    private static float[] numbers(INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
