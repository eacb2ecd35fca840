package quartet.djl.pytorch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.nn.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Saves and loads the parameters of a network in DJL's format, as one file in a directory. */
public final class ModelFile {
    private static final String NAME = "network";

    private ModelFile() {}

    /** Returns a model of this network on the default device, without parameters. */
    public static Model create(Block network) {
        Model model = Model.newInstance(NAME, "PyTorch");
        model.setBlock(network);
        return model;
    }

    /**
     * Writes the model's parameters.
     *
     * @throws UncheckedIOException if they cannot be written
     */
    public static void save(Model model, Path directory) {
        // DJL numbers its files by this property. Without it, every save would add a file.
        model.setProperty("Epoch", "0");
        try {
            model.save(directory, NAME);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot save the network in " + directory, failure);
        }
    }

    /**
     * Returns a model of this network with the parameters that {@link #save} wrote.
     *
     * @throws UncheckedIOException if the directory does not contain such parameters
     */
    public static Model load(Block network, Path directory) {
        Model model = create(network);
        try {
            model.load(directory, NAME);
            return model;
        } catch (IOException | MalformedModelException | IllegalArgumentException failure) {
            model.close();
            String message = "expected a saved network in " + directory + ", but " + failure.getMessage();
            throw new UncheckedIOException(new IOException(message, failure));
        }
    }
}
