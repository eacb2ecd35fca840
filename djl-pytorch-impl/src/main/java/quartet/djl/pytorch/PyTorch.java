package quartet.djl.pytorch;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.nn.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import quartet.contract.EngineInfo;
import quartet.contract.ModelSpec;
import quartet.contract.Weights;

/**
 * DJL's PyTorch engine with this project's settings: no downloads, and as many threads for one operation as were asked
 * for. DJL reads both when it loads the native library; hence every model is made here.
 */
final class PyTorch {
    private static final String NAME = "network";
    private static final String PLATFORMS = "linux-x86_64, linux-aarch64, osx-aarch64 and win-x86_64";

    static {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(EngineInfo.requestedThreads()));
    }

    private PyTorch() {}

    /**
     * The engine. The first call loads libtorch, which DJL unpacks from the class path into its cache once.
     *
     * @throws UnsupportedOperationException if there is no libtorch for this platform
     */
    static Engine engine() {
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException failure) {
            throw new UnsupportedOperationException(
                    "PyTorch: no native library could be loaded on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + "; supported are " + PLATFORMS + " (the loader says: "
                            + rootCause(failure).getMessage() + ")",
                    failure);
        }
    }

    /**
     * A model of this network that will start from these weights.
     *
     * @throws IllegalArgumentException if these are not the weights of such a network
     */
    static Model create(Block network, ModelSpec spec, Weights initial) {
        Parameters.initialize(network, spec, initial);
        return model(network);
    }

    /**
     * A model of this network with the parameters that {@link #save} wrote.
     *
     * @throws UncheckedIOException if the directory does not hold the parameters of such a network
     */
    static Model load(Block network, ModelSpec spec, Path directory) {
        Model model = model(network);
        try {
            model.load(directory, NAME);
            Parameters.values(network, spec).check(spec);
            return model;
        } catch (IOException | MalformedModelException | IllegalArgumentException failure) {
            model.close();
            String message = "expected a saved network in " + directory + ", but " + failure.getMessage();
            throw new UncheckedIOException(new IOException(message, failure));
        }
    }

    /**
     * Writes the model's parameters in DJL's format, one file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    static void save(Model model, Path directory) {
        // DJL numbers its files by this property; without it, every save would add a file.
        model.setProperty("Epoch", "0");
        try {
            model.save(directory, NAME);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot save the network in " + directory, failure);
        }
    }

    private static Model model(Block network) {
        Model model = Model.newInstance(NAME, Device.cpu(), engine().getEngineName());
        model.setBlock(network);
        return model;
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
