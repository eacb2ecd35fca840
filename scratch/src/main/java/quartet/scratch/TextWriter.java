package quartet.scratch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import quartet.datasets.Datasets;
import quartet.scratch.backend.Backend;
import quartet.scratch.generative.neural.CharacterModel;
import quartet.scratch.optim.Adam;
import quartet.scratch.optim.Schedules;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.training.NetworkSummary;

/**
 * A small Transformer reads reviews character by character and writes new ones. The reviews are those of the data set
 * sentiment-labelled-sentences.
 *
 * <p>Arguments: the number of training steps (else {@value #STEPS}), the start of the text (else "{@value #START}").
 */
public final class TextWriter {
    private static final String TEXT = "/quartet/datasets/sentiment-labelled-sentences/sentences.tsv";
    private static final CharacterModel.Sizes SIZES = new CharacterModel.Sizes(48, 64, 4, 2);
    private static final int STEPS = 2000;
    private static final int WINDOWS = 16;
    private static final double LEARNING_RATE = 3e-3;
    private static final int WARM_UP = 50;
    private static final int WRITTEN = 400;
    private static final String START = "The ";
    private static final long SEED = 42;

    private TextWriter() {}

    /** Trains, prints the loss on training text and writes text at three temperatures. */
    public static void main(String[] arguments) {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STEPS;
        String start = arguments.length > 1 ? arguments[1] : START;
        Random random = new Random(SEED);
        String text = text();
        CharacterModel model = CharacterModel.of(text, SIZES, random);
        int[] ids = model.encode(text);
        System.out.printf(
                Locale.ROOT,
                "%,d characters of %d kinds%n",
                ids.length,
                model.alphabet().length());
        System.out.print(NetworkSummary.of(model.network(), IntTensor.zeros(1, SIZES.context())));
        Adam adam = new Adam(
                Schedules.warmUp(WARM_UP, Schedules.cosine(LEARNING_RATE, 0, Math.max(1, steps - WARM_UP))),
                0.9,
                0.99,
                1e-8,
                Backend.standard().kernels());
        double sum = 0;
        for (int step = 1; step <= steps; step++) {
            sum += model.trainStep(ids, WINDOWS, adam, random);
            if (step % 100 == 0) {
                System.out.printf(Locale.ROOT, "step %4d: %.3f nats per character%n", step, sum / 100);
                sum = 0;
            }
        }
        for (double temperature : new double[] {0.4, 0.7, 1}) {
            System.out.printf(
                    Locale.ROOT,
                    "%ntemperature %.1f:%n%s%s%n",
                    temperature,
                    start,
                    model.write(start, WRITTEN, temperature, random));
        }
    }

    /** Returns the reviews in ASCII, one in each line: rare characters would each need a code of their own. */
    private static String text() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Datasets.class.getResourceAsStream(TEXT), TEXT), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                    .map(review -> review.replaceAll("[^ -~]", ""))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(TEXT + " cannot be read: " + e.getMessage(), e);
        }
    }
}
