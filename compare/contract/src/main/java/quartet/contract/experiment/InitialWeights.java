package quartet.contract.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.datasets.Vocabulary;

/**
 * Draws the initial weights for every engine.
 *
 * <pre>{@code
 * before a ReLU:  normal, variance 2 / fanIn               He et al. 2015, equation 10
 * output:         uniform in +-sqrt(6 / (fanIn + fanOut))  Glorot and Bengio 2010, equation 16
 * embedding:      uniform in +-0.05; the row of the padding token is 0
 * bias:           0
 * }</pre>
 */
public final class InitialWeights {
    private static final double EMBEDDING_LIMIT = 0.05;

    private InitialWeights() {}

    /** Draws the weights. They are the same for the same specification and seed on every platform. */
    public static Weights draw(ModelSpec spec, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        spec.parameterShapes()
                .forEach((name, shape) -> tensors.put(name, new Tensor(shape, draw(name, shape, random))));
        return new Weights(tensors);
    }

    private static float[] draw(String name, int[] shape, SplittableRandom random) {
        float[] values = new float[Tensor.size(shape)];
        if (name.endsWith(".bias")) {
            return values;
        }
        if (name.equals("embedding.weight")) {
            int dimension = shape[1];
            uniform(values, (Vocabulary.PADDING + 1) * dimension, EMBEDDING_LIMIT, random);
        } else if (name.equals("output.weight")) {
            uniform(values, 0, Math.sqrt(6.0 / (shape[0] + shape[1])), random);
        } else {
            boolean convolution = shape.length == 4;
            int fanIn = convolution ? shape[1] * shape[2] * shape[3] : shape[0];
            normal(values, Math.sqrt(2.0 / fanIn), random);
        }
        return values;
    }

    private static void uniform(float[] values, int from, double limit, SplittableRandom random) {
        for (int i = from; i < values.length; i++) {
            values[i] = (float) (limit * (2 * random.nextDouble() - 1));
        }
    }

    /**
     * Draws normal numbers by the method of Box and Muller (1958), in StrictMath, so that every platform draws the
     * same bits.
     */
    private static void normal(float[] values, double deviation, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            values[i] = (float) (deviation * radius * StrictMath.cos(2 * Math.PI * random.nextDouble()));
        }
    }
}
