package quartet.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import quartet.contract.Tensor;
import quartet.contract.safetensors.Safetensors;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/** Compares the imported network with what Keras computed: {@code compare/peers/keras_model.py} wrote the files. */
@DisabledOnOs(value = OS.MAC, architectures = "aarch64", disabledReason = "HDF5 has no native library for macOS arm64")
class KerasImportTest {
    private static final float TOLERANCE = 1e-5f;

    private Path directory;
    private Path model;
    private Safetensors keras;

    @BeforeEach
    void copyFiles(@TempDir Path folder) throws IOException {
        directory = folder;
        model = resource("fashion-mnist-mini.h5");
        keras = Safetensors.open(resource("keras-import.safetensors"));
    }

    @Test
    void predictsWhatKerasPredicts() {
        try (KerasImport imported = KerasImport.read(model)) {
            assertClose(imported.predict(images()), keras.floats("probabilities"));
        }
    }

    @Test
    void trainsFurtherAsKerasDoes() {
        float[] losses = keras.floats("losses").data();
        Examples batch = new Examples(images(), new Targets.Classes(keras.ints("labels"), 10));
        try (KerasImport imported = KerasImport.read(model)) {
            assertThat(meanLoss(imported)).isCloseTo(losses[0], within(TOLERANCE));
            for (int step = 1; step < losses.length; step++) {
                imported.train(batch, 1, batch.rows(), step);
                assertThat(meanLoss(imported)).isLessThan(losses[step - 1]).isCloseTo(losses[step], within(TOLERANCE));
            }
            assertClose(imported.predict(images()), keras.floats("trained"));
        }
    }

    @Test
    void savesInDeeplearning4jsOwnFormat() throws IOException {
        try (KerasImport imported = KerasImport.read(model)) {
            imported.save(directory);
        }
        MultiLayerNetwork loaded =
                MultiLayerNetwork.load(directory.resolve("network.zip").toFile(), true);
        try (INDArray images = Nd4j.create(keras.floats("images").data(), new long[] {8, 28, 28, 1}, 'c')) {
            assertClose(loaded.output(images).toFloatMatrix(), keras.floats("probabilities"));
        } finally {
            loaded.close();
        }
    }

    @Test
    void mainImprovesTheNetwork() throws IOException {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            KerasImport.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        double[] accuracies = Pattern.compile("accuracy .* (\\d\\.\\d+)")
                .matcher(printed.toString(StandardCharsets.UTF_8))
                .results()
                .map(MatchResult::group)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .toArray();
        assertThat(accuracies).hasSize(2);
        assertThat(accuracies[1]).isGreaterThan(accuracies[0]);
        assertThat(accuracies[0]).isGreaterThan(0.7);
    }

    @Test
    void refusesWhatDeeplearning4jDoesNotImport() throws IOException {
        Path newer = resource("keras3.h5");
        assertThatThrownBy(() -> KerasImport.read(newer))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(newer + " holds no model that Deeplearning4j imports")
                .hasMessageContaining("Keras major version has to be either 1 or 2");
        Path damaged = Files.write(directory.resolve("damaged.h5"), new byte[100]);
        Path absent = directory.resolve("absent.h5");
        for (Path file : new Path[] {damaged, absent}) {
            assertThatThrownBy(() -> KerasImport.read(file))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file + " holds no model that Deeplearning4j imports");
        }
    }

    private Path resource(String name) throws IOException {
        try (InputStream resource = KerasImport.class.getResourceAsStream(name)) {
            Path file = directory.resolve(name);
            assertThat(resource).as(name).isNotNull();
            Files.copy(resource, file);
            return file;
        }
    }

    /** Images with one channel have the same order of pixels, whether the channels are first or last. */
    private Features images() {
        return new Features.Values(
                new int[] {8, 1, 28, 28}, keras.floats("images").data());
    }

    private float meanLoss(KerasImport imported) {
        float[][] probabilities = imported.predict(images());
        int[] classes = keras.ints("labels");
        double sum = 0;
        for (int row = 0; row < classes.length; row++) {
            sum -= Math.log(probabilities[row][classes[row]]);
        }
        return (float) (sum / classes.length);
    }

    private static void assertClose(float[][] actual, Tensor expected) {
        for (int i = 0; i < expected.data().length; i++) {
            assertThat(actual[Math.floorDiv(i, 10)][i % 10]).isCloseTo(expected.data()[i], within(TOLERANCE));
        }
    }
}
