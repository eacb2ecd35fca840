package quartet.djl.pytorch.adapter;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import quartet.contract.EngineInfo;

/**
 * Loads libtorch through DJL, without downloads and with the thread count of the run. DJL reads both settings once,
 * when it loads the library. The adapter therefore calls {@link #engine} before it creates models or arrays.
 */
final class NativeLibrary {
    private static final String PLATFORMS = "linux-x86_64, linux-aarch64, osx-aarch64 and win-x86_64";

    static {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(EngineInfo.requestedThreads()));
    }

    private NativeLibrary() {}

    /**
     * Returns DJL's PyTorch engine. The first call loads libtorch; DJL unpacks it from the class path into its cache
     * the first time it runs on a machine.
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

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
