package quartet.djl.tensorflow.adapter;

import ai.djl.engine.Engine;
import ai.djl.tensorflow.engine.javacpp.JavacppUtils;
import org.bytedeco.javacpp.Loader;
import quartet.contract.EngineInfo;

/** Loads TensorFlow's native library through DJL, once in a JVM (Singleton), with the requested number of threads. */
final class NativeLibrary {
    private static final String BINARIES = "/org/tensorflow/internal/c_api/";

    private NativeLibrary() {}

    /** Loads the library on first use. */
    private static final class Holder {
        static final Engine ENGINE = loadOnce();
    }

    /**
     * Returns DJL's engine for TensorFlow.
     *
     * @throws UnsupportedOperationException if the class path has no native library for this platform
     */
    static Engine load() {
        require(Loader.getPlatform());
        return Holder.ENGINE;
    }

    /** Returns the number of threads that DJL passes to a session for one operation. */
    static int threads() {
        return JavacppUtils.getSessionConfig().getIntraOpParallelismThreads();
    }

    static void require(String platform) {
        String library = BINARIES + platform + "/" + System.mapLibraryName("jnitensorflow");
        if (NativeLibrary.class.getResource(library) == null) {
            throw new UnsupportedOperationException("TensorFlow: no native library for " + platform
                    + " on the class path; build on linux-x86_64, linux-arm64, macosx-arm64, macosx-x86_64"
                    + " or windows-x86_64");
        }
    }

    private static Engine loadOnce() {
        System.setProperty("ai.djl.offline", "true");
        // Running one operation at a time, on all threads, gives reproducible results.
        System.setProperty("ai.djl.tensorflow.num_interop_threads", "1");
        System.setProperty("ai.djl.tensorflow.num_intraop_threads", Integer.toString(EngineInfo.requestedThreads()));
        return Engine.getEngine("TensorFlow");
    }
}
