package quartet.scratch.generative.neural;

import java.util.random.RandomGenerator;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

/** Random tensors. */
final class Noise {
    private Noise() {}

    /** Returns independent numbers of the standard normal distribution. */
    static Tensor standardNormal(Precision precision, RandomGenerator random, int... shape) {
        Tensor noise = precision.zeros(shape);
        for (int i = 0; i < noise.size(); i++) {
            noise.set(i, random.nextGaussian());
        }
        return noise;
    }
}
