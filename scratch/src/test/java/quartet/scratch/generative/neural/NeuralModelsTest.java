package quartet.scratch.generative.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Svd;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.LeakyRelu;
import quartet.scratch.nn.activation.Silu;
import quartet.scratch.nn.activation.Tanh;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.training.Initializers;
import quartet.scratch.optim.Adam;
import quartet.scratch.optim.Optimizer;
import quartet.scratch.optim.Schedules;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.Matrices;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

/** Each model learns a small problem whose solution is known. */
class NeuralModelsTest {
    private static final Backend REFERENCE = Backend.reference();

    private static Dense dense(String name, int inputs, int outputs) {
        return new Dense(name, inputs, outputs, REFERENCE);
    }

    private static <L extends Layer> L initialized(L network, RandomGenerator random) {
        Initializers.glorotUniform().initialize(network.parameters(), random);
        return network;
    }

    private static Adam adam(double rate, int steps, double beta1) {
        return new Adam(Schedules.cosine(rate, 0, steps), beta1, 0.999, 1e-8, REFERENCE.kernels());
    }

    /** Baldi and Hornik (1989): the best linear code of length 2 spans the first two principal components. */
    @Test
    void theLinearAutoencoderFindsThePrincipalComponents() {
        Random random = new Random(3);
        Matrix mixing = Matrix.generate(5, 5, (i, j) -> random.nextGaussian() / (1 + i));
        Matrix data = Matrix.generate(60, 5, (i, j) -> random.nextGaussian()).times(mixing);
        Vector means = Vector.generate(5, j -> data.column(j).sum() / 60);
        Matrix centred = data.plusRow(means.scale(-1));
        Vector singularValues = Svd.of(centred).singularValues();
        double left = IntStream.range(2, 5)
                        .mapToDouble(k -> singularValues.get(k) * singularValues.get(k))
                        .sum()
                / (60 * 5);

        Sequential encoder = initialized(new Sequential(dense("encoder", 5, 2)), random);
        Sequential decoder = initialized(new Sequential(dense("decoder", 2, 5)), random);
        Autoencoder model = new Autoencoder(encoder, decoder, REFERENCE);
        Tensor x = Matrices.toTensor(data, Precision.FLOAT64);
        Optimizer optimizer = adam(0.03, 1500, 0.9);
        for (int step = 0; step < 1500; step++) {
            model.trainStep(x, optimizer);
        }
        assertThat(model.error(x)).isBetween(left * (1 - 1e-9), left * 1.001);
        assertThat(model.encode(x).shape()).containsExactly(60, 2);
        assertThat(model.decode(model.encode(x)).shape()).containsExactly(60, 5);
    }

    @Test
    void theGeneratorImitatesANormalDistribution() {
        Random random = new Random(5);
        Layer generator = initialized(new Sequential(dense("g1", 1, 16), new Tanh(), dense("g2", 16, 1)), random);
        Layer discriminator = initialized(
                new Sequential(
                        dense("d1", 1, 16),
                        new LeakyRelu(0.2),
                        dense("d2", 16, 16),
                        new LeakyRelu(0.2),
                        dense("d3", 16, 1)),
                random);
        GenerativeAdversarialNetwork model = new GenerativeAdversarialNetwork(generator, discriminator, 1, REFERENCE);
        int steps = 2000;
        Optimizer ofDiscriminator = adam(1e-2, steps, 0.5);
        Optimizer ofGenerator = adam(1e-3, steps, 0.5);
        GenerativeAdversarialNetwork.Losses losses = new GenerativeAdversarialNetwork.Losses(0, 0);
        for (int step = 0; step < steps; step++) {
            losses = model.trainStep(normal(64, 3, 0.5, random), ofDiscriminator, ofGenerator, random);
        }
        Tensor drawn = model.sample(2000, random);
        assertThat(mean(drawn)).isCloseTo(3, within(0.1));
        assertThat(deviation(drawn)).isCloseTo(0.5, within(0.1));
        // It can no longer tell generated from real data.
        assertThat(losses.discriminator()).isCloseTo(Math.log(2), within(0.15));
    }

    private static Tensor normal(int rows, double mean, double deviation, Random random) {
        Tensor x = DoubleTensor.zeros(rows, 1);
        for (int i = 0; i < rows; i++) {
            x.set(i, mean + deviation * random.nextGaussian());
        }
        return x;
    }

    /**
     * The best prediction of the noise is known if the data are N(m, s^2): sqrt(1 - k) (x_t - sqrt(k) m) / (k s^2 + 1 -
     * k). Sampling with it has to draw from N(m, s^2).
     */
    @Test
    void samplingWithTheExactNoiseDrawsTheData() {
        for (NoiseSchedule schedule : List.of(NoiseSchedule.cosine(400), NoiseSchedule.linear(400, 1e-4, 0.05))) {
            Layer exact = new ExactNoise(schedule, 0.7, 0.4);
            Tensor drawn =
                    new Diffusion(exact, 1, schedule, REFERENCE).sample(4000, Double.POSITIVE_INFINITY, new Random(11));
            // Four standard errors of the mean are 0.025; a step of finite size has an error as well.
            assertThat(mean(drawn)).isCloseTo(0.7, within(0.04));
            assertThat(deviation(drawn)).isCloseTo(0.4, within(0.03));
        }
    }

    /** Finds the step by its code. */
    private record ExactNoise(NoiseSchedule schedule, double mean, double deviation) implements Layer {
        @Override
        public Tensor forward(Tensor input, boolean training) {
            Tensor noise = DoubleTensor.zeros(input.dimension(0), 1);
            int width = input.dimension(1);
            int t = IntStream.rangeClosed(1, schedule.steps())
                    .filter(candidate -> Math.abs(Math.sin(candidate) - input.get(1)) < 1e-9
                            && Math.abs(Math.cos(candidate) - input.get(2)) < 1e-9)
                    .findFirst()
                    .orElseThrow();
            double kept = schedule.kept(t);
            double variance = kept * deviation * deviation + 1 - kept;
            for (int n = 0; n < noise.size(); n++) {
                noise.set(n, Math.sqrt(1 - kept) * (input.get(n * width) - Math.sqrt(kept) * mean) / variance);
            }
            return noise;
        }

        @Override
        public Tensor backward(Tensor outputGradient) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void schedulesByHand() {
        NoiseSchedule linear = NoiseSchedule.linear(3, 0.1, 0.3);
        assertThat(linear.beta(2)).isCloseTo(0.2, within(1e-15));
        assertThat(linear.kept(3)).isCloseTo(0.9 * 0.8 * 0.7, within(1e-15));
        NoiseSchedule cosine = NoiseSchedule.cosine(100);
        double expected = Math.pow(Math.cos(0.508 / 1.008 * Math.PI / 2) / Math.cos(0.008 / 1.008 * Math.PI / 2), 2);
        assertThat(cosine.kept(50)).isCloseTo(expected, within(1e-12));
        assertThat(cosine.beta(100)).isCloseTo(0.999, within(1e-12));
        assertThatThrownBy(() -> NoiseSchedule.linear(3, 0.2, 0.1)).hasMessageContaining("0 < first <= last < 1");
    }

    /** Two narrow modes at -1 and 1: most samples are close to one of them, and both occur. */
    @Test
    void diffusionLearnsTwoModes() {
        Random random = new Random(7);
        Layer network = initialized(
                new Sequential(
                        dense("n1", 1 + Diffusion.TIME_FEATURES, 48),
                        new Silu(),
                        dense("n2", 48, 48),
                        new Silu(),
                        dense("n3", 48, 1)),
                random);
        Diffusion model = new Diffusion(network, 1, NoiseSchedule.cosine(40), REFERENCE);
        int steps = 1500;
        Optimizer optimizer = adam(5e-3, steps, 0.9);
        for (int step = 0; step < steps; step++) {
            Tensor x = normal(64, 0, 0.1, random);
            for (int i = 0; i < 64; i++) {
                x.add(i, random.nextBoolean() ? 1 : -1);
            }
            model.trainStep(x, optimizer, random);
        }
        Tensor drawn = model.sample(500, 2, random);
        long near = IntStream.range(0, 500)
                .filter(i -> Math.abs(Math.abs(drawn.get(i)) - 1) < 0.35)
                .count();
        long positive = IntStream.range(0, 500).filter(i -> drawn.get(i) > 0).count();
        assertThat(near).isGreaterThan(425);
        assertThat(positive).isBetween(150L, 350L);
    }

    @Test
    void theCharacterModelContinuesASentence() {
        Random random = new Random(9);
        String text = "the quick brown fox jumps over the lazy dog. ".repeat(8);
        CharacterModel model = CharacterModel.of(text, new CharacterModel.Sizes(16, 32, 2, 1), random);
        int[] ids = model.encode(text);
        Adam optimizer = new Adam(5e-3);
        double loss = model.trainStep(ids, 8, optimizer, random);
        assertThat(loss).isCloseTo(Math.log(model.alphabet().length()), within(0.3));
        for (int step = 0; step < 200; step++) {
            loss = model.trainStep(ids, 8, optimizer, random);
        }
        assertThat(loss).isLessThan(0.3);
        assertThat(model.write("the quick bro", 32, 0.1, random)).isEqualTo("wn fox jumps over the lazy dog. ");
        assertThatThrownBy(() -> model.write("?", 1, 1, random))
                .hasMessage("CharacterModel: expected characters of the training text, but was '?' at position 0");
        assertThatThrownBy(() -> model.trainStep(new int[16], 1, optimizer, random))
                .hasMessage("CharacterModel: expected more than 16 characters, but was 16");
    }

    private static double mean(Tensor x) {
        return IntStream.range(0, x.size()).mapToDouble(x::get).average().orElseThrow();
    }

    private static double deviation(Tensor x) {
        double mean = mean(x);
        return Math.sqrt(IntStream.range(0, x.size())
                .mapToDouble(i -> (x.get(i) - mean) * (x.get(i) - mean))
                .average()
                .orElseThrow());
    }
}
