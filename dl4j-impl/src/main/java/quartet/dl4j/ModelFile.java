package quartet.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Writes and reads Deeplearning4j's own file: a zip archive with the configuration, the parameters, and the state of
 * the optimizer, so that training can continue.
 */
final class ModelFile {
    private static final String NAME = "network.zip";

    private ModelFile() {}

    /**
     * Writes a network.
     *
     * @throws UncheckedIOException if the directory cannot be written
     */
    static void write(MultiLayerNetwork network, Path directory) {
        try {
            Files.createDirectories(directory);
            network.save(directory.resolve(NAME).toFile(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a network.
     *
     * @throws UncheckedIOException if the directory contains no network with these layers
     */
    static MultiLayerNetwork read(Path directory, MultiLayerConfiguration expected) {
        try {
            MultiLayerNetwork network =
                    MultiLayerNetwork.load(directory.resolve(NAME).toFile(), true);
            if (layers(network.getLayerWiseConfigurations()).equals(layers(expected))) {
                return network;
            }
            network.close();
            throw new IOException("its layers are not those of the specification");
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            String message = directory + " holds no such network: " + e.getMessage();
            throw new UncheckedIOException(new IOException(message, e));
        }
    }

    private static List<Layer> layers(MultiLayerConfiguration configuration) {
        return configuration.getConfs().stream()
                .map(NeuralNetConfiguration::getLayer)
                .toList();
    }
}
