package quartet.scratch.generative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Parameter;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

class VariationalAutoencoderTest {
    private static final float[][] PATTERNS = {
        {1, 1, 1, 0, 0, 0, 0, 0, 0},
        {0, 0, 0, 0, 0, 0, 1, 1, 1},
        {1, 0, 0, 0, 1, 0, 0, 0, 1},
        {0, 1, 0, 1, 1, 1, 0, 1, 0}
    };

    @Test
    void boundMatchesHandCalculation() {
        VariationalAutoencoder model = new VariationalAutoencoder(4, 3, 2, new Random(1), Backend.reference());
        model.parameters().forEach(parameter -> parameter.value().fill(0));
        Tensor x = DoubleTensor.of(new double[] {0, 1, 0.25, 1}, 1, 4);
        Tensor noise = DoubleTensor.of(new double[] {3, -2}, 1, 2);
        // The codes are N(0, 1) and the logits 0, so the divergence is 0 and each pixel contributes log 1/2.
        assertThat(model.bound(x, noise)).isCloseTo(-4 * Math.log(2), within(1e-14));
        Parameter codeBias = named(model, "encoder.code.bias");
        codeBias.value().copyFrom(DoubleTensor.of(new double[] {1, -0.5, 0.3, -2}, 4));
        double divergence = 0.5 * (1 - 0.3 - 1 + Math.exp(0.3)) + 0.5 * (0.25 + 2 - 1 + Math.exp(-2));
        assertThat(model.bound(x, noise)).isCloseTo(-4 * Math.log(2) - divergence, within(1e-14));
        named(model, "decoder.output.bias").value().fill(Math.log(3));
        // Each pixel is dark with probability 3/4.
        double logLikelihood = 2.25 * Math.log(0.75) + 1.75 * Math.log(0.25);
        assertThat(model.bound(x, noise)).isCloseTo(logLikelihood - divergence, within(1e-14));
        assertThat(model.decode(noise).get(2)).isCloseTo(0.75, within(1e-14));
        assertThat(model.encode(x).get(1)).isEqualTo(-0.5);
    }

    private static Parameter named(VariationalAutoencoder model, String name) {
        return model.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void gradientsMatchCentralDifferences(int batch) {
        Random random = new Random(batch);
        VariationalAutoencoder model = new VariationalAutoencoder(6, 7, 3, random, Backend.reference());
        for (Parameter parameter : model.parameters()) {
            for (int i = 0; i < parameter.value().size(); i++) {
                parameter.value().add(i, 0.3 * random.nextGaussian());
            }
        }
        Tensor x = DoubleTensor.of(random.doubles(6L * batch).toArray(), batch, 6);
        Tensor noise = model.noise(batch, random);
        model.bound(x, noise);
        model.backward();
        for (Parameter parameter : model.parameters()) {
            Tensor gradient = parameter.gradient().copy();
            for (int i = 0; i < gradient.size(); i++) {
                double numeric = -derivative(model, x, noise, parameter.value(), i);
                assertThat(gradient.get(i))
                        .as("%s[%d]", parameter.name(), i)
                        .isCloseTo(numeric, within(1e-6 * Math.max(1e-3, Math.abs(numeric))));
            }
        }
    }

    /** Central differences of fourth order. */
    private static double derivative(VariationalAutoencoder model, Tensor x, Tensor noise, Tensor at, int i) {
        double h = 1e-4;
        double value = at.get(i);
        double[] bounds = new double[5];
        for (int k = -2; k <= 2; k++) {
            at.set(i, value + k * h);
            bounds[k + 2] = model.bound(x, noise);
        }
        at.set(i, value);
        return (8 * (bounds[3] - bounds[1]) - (bounds[4] - bounds[0])) / (12 * h);
    }

    @Test
    void trainingApproachesEntropyAndSamplesMatchPatterns() {
        Random random = new Random(7);
        VariationalAutoencoder model = new VariationalAutoencoder(9, 32, 2, random, Backend.standard());
        Tensor x = patterns();
        Adam adam = new Adam(0.005);
        double first = meanBound(model, x, random);
        for (int step = 0; step < 50; step++) {
            model.trainStep(x, adam, random);
        }
        double middle = meanBound(model, x, random);
        for (int step = 0; step < 2500; step++) {
            model.trainStep(x, adam, random);
        }
        double last = meanBound(model, x, random);
        assertThat(first).isLessThan(-5);
        assertThat(middle).isGreaterThan(first + 0.5);
        assertThat(last).isGreaterThan(middle + 0.1);
        // Four equally frequent patterns have an entropy of log 4, which bounds the result. Independent pixels without
        // a code, five with probability 1/2 and four with 1/4, would reach -5.71.
        assertThat(last).isBetween(-Math.log(4) - 1, -Math.log(4) + 0.02);
        Tensor drawn = model.sample(400, random);
        int recognized = 0;
        for (int row = 0; row < 400; row++) {
            recognized += isPattern(drawn, row) ? 1 : 0;
        }
        assertThat(recognized).isGreaterThan(320);
        assertThat(isPattern(model.decode(model.encode(x)), 2)).isTrue();
    }

    private static double meanBound(VariationalAutoencoder model, Tensor x, Random random) {
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            sum += model.bound(x, model.noise(x.dimension(0), random)) / 200;
        }
        return sum;
    }

    /** Each pattern eight times. */
    private static Tensor patterns() {
        Tensor x = FloatTensor.zeros(32, 9);
        for (int i = 0; i < x.size(); i++) {
            x.set(i, PATTERNS[i / 9 % 4][i % 9]);
        }
        return x;
    }

    private static boolean isPattern(Tensor pictures, int row) {
        for (float[] pattern : PATTERNS) {
            boolean same = true;
            for (int j = 0; j < 9; j++) {
                same &= Math.round(pictures.get(row * 9 + j)) == pattern[j];
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    @Test
    void rejectsInvalidArguments() {
        VariationalAutoencoder model = new VariationalAutoencoder(4, 3, 2, new Random(1), Backend.reference());
        assertThatIllegalStateException().isThrownBy(model::backward);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.encode(DoubleTensor.zeros(2, 5)))
                .withMessage("VariationalAutoencoder: expected input [batch, 4], but was [2, 5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.bound(DoubleTensor.zeros(2, 4), DoubleTensor.zeros(1, 2)))
                .withMessage("VariationalAutoencoder: expected noise [2, 2], but was [1, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.bound(
                        DoubleTensor.of(new double[] {0, 1, Double.NaN, 0}, 1, 4), DoubleTensor.zeros(1, 2)))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> model.bound(DoubleTensor.of(new double[] {0, 1, 2, 0}, 1, 4), DoubleTensor.zeros(1, 2)))
                .withMessageStartingWith("BinaryCrossEntropy: expected targets in [0, 1], but was 2.0 at position 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.bound(DoubleTensor.zeros(0, 4), DoubleTensor.zeros(0, 2)))
                .withMessageContaining("at least one prediction");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VariationalAutoencoder(4, 3, 0, new Random(1), Backend.reference()))
                .withMessage("encoder.code: expected outputs > 0, but was 0");
    }
}
