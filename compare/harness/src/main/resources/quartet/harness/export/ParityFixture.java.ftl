package ${examples};

import java.nio.file.Path;
import java.util.List;
import quartet.contract.${spec};
import quartet.contract.safetensors.Safetensors;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * A batch, weights, and the results of a network with these weights for the batch, from a reference in double precision.
 *
 * <p>The file contains the weights and their gradients by name, such as {@code weight.output.bias} and
 * {@code gradient.output.bias}. Dense weights are [in, out]<#if kind == "images">, weights of convolutions are [out, in, height, width]</#if><#if kind == "texts">, embeddings are [tokens, dimension]</#if>.
 */
final class ParityFixture {
    /** The network to which the numbers belong. */
    static final ${spec} SPEC = ${specification};

    private static final String WEIGHT = "weight.";

    private final Safetensors file = Safetensors.open(Path.of("src/test/resources/parity.safetensors"));

    /** Returns the names of the weights, in order from input to output. */
    List<String> names() {
        return file.names().stream()
                .filter(name -> name.startsWith(WEIGHT))
                .map(name -> name.substring(WEIGHT.length()))
                .toList();
    }

    float[] weight(String name) {
        return file.floats(WEIGHT + name).data();
    }

    float[] gradient(String name) {
        return file.floats("gradient." + name).data();
    }

    Features features() {
<#if kind == "texts">
        int[] shape = file.shape("features");
        return new Features.Tokens(shape[0], shape[1], file.ints("features"));
<#else>
        return new Features.Values(file.shape("features"), file.floats("features").data());
</#if>
    }

    Targets targets() {
<#if kind == "values">
        return new Targets.Values(file.floats("targets").data());
<#else>
        return new Targets.Classes(file.ints("targets"), file.shape("predictions")[1]);
</#if>
    }

    /** Returns ${predictionsDescription?uncap_first}, row by row. */
    float[] predictions() {
        return file.floats("predictions").data();
    }

    /** Returns the mean loss before each of several steps of Adam on the batch. */
    float[] losses() {
        return file.floats("losses").data();
    }
}
