package quartet.harness.microscope;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.reference.NamedArrays;
import quartet.contract.reference.ReferenceNetwork;
import quartet.contract.reference.ReferencePass;

/**
 * Tensors whose numbers are not in the canonical order.
 *
 * <pre>{@code
 * w'[i] = w[p[i]];   logits, loss and gradient' of the network with w'
 * reported gradient = gradient', or with the permutation inverted: gradient[p[i]] = gradient'[i]
 * }</pre>
 *
 * @param permutations p for each affected tensor
 */
record PermutedWeights(Suspect suspect, String detail, ModelSpec spec, Map<String, int[]> permutations)
        implements Hypothesis {

    @Override
    public Map<Quantity, Double> misfits(Observation observation) {
        ReferencePass pass = new ReferenceNetwork(spec, permuted(observation.before())).pass(observation.batch());
        Map<Quantity, Double> asComputed = Misfit.pass(observation, pass);
        undo(pass.gradients());
        Map<Quantity, Double> undone = new EnumMap<>(Quantity.class);
        undone.put(Quantity.GRADIENTS, Misfit.gradients(observation.gradients(), pass.gradients(), 1));
        return Misfit.smaller(List.of(asComputed, undone));
    }

    private Weights permuted(Weights weights) {
        Map<String, Tensor> result = new LinkedHashMap<>(weights.asMap());
        permutations.forEach((name, permutation) -> {
            float[] source = weights.get(name).data();
            float[] target = new float[source.length];
            for (int i = 0; i < target.length; i++) {
                target[i] = source[permutation[i]];
            }
            result.put(name, new Tensor(weights.get(name).shape(), target));
        });
        return new Weights(result);
    }

    private void undo(NamedArrays gradients) {
        permutations.forEach((name, permutation) -> {
            double[] values = gradients.get(name);
            double[] source = values.clone();
            for (int i = 0; i < source.length; i++) {
                values[permutation[i]] = source[i];
            }
        });
    }
}
