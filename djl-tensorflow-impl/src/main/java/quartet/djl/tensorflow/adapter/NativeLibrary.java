package quartet.djl.tensorflow;

import ai.djl.engine.Engine;
import ai.djl.tensorflow.engine.javacpp.JavacppUtils;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.proto.ConfigProto;
import quartet.contract.EngineInfo;

/** TensorFlow's native library, loaded by DJL once in a JVM, with as many threads as were asked for. */
final class TensorFlowLibrary {
    private static final String BINARIES = "/org/tensorflow/internal/c_api/";

    private TensorFlowLibrary() {}

    /** Loaded when it is first asked for. */
    private static final class Holder {
        static final Engine ENGINE = loadOnce();
    }

    /**
     * DJL's engine for TensorFlow.
     *
     * @throws UnsupportedOperationException if there is no native library for this platform on the class path
     */
    static Engine load() {
        requireNativeLibrary(Loader.getPlatform());
        return Holder.ENGINE;
    }

    /**
     * What DJL tells a session, and that its operations run one after the other in the caller's thread: without handing
     * them to a thread of TensorFlow's, a step of a small network is over sooner.
     */
    static ConfigProto sessionConfig() {
        ConfigProto.Experimental oneByOne = ConfigProto.Experimental.newBuilder()
                .setExecutorType("SINGLE_THREADED_EXECUTOR")
                .build();
        return JavacppUtils.getSessionConfig().toBuilder()
                .setExperimental(oneByOne)
                .build();
    }

    static void requireNativeLibrary(String platform) {
        String library = BINARIES + platform + "/" + System.mapLibraryName("jnitensorflow");
        if (TensorFlowLibrary.class.getResource(library) == null) {
            throw new UnsupportedOperationException("TensorFlow: no native library for " + platform
                    + " on the class path; build on linux-x86_64, linux-arm64, macosx-arm64, macosx-x86_64"
                    + " or windows-x86_64");
        }
    }

    private static Engine loadOnce() {
        System.setProperty("ai.djl.offline", "true");
        // One operation at a time, each on all threads: that is reproducible.
        System.setProperty("ai.djl.tensorflow.num_interop_threads", "1");
        System.setProperty("ai.djl.tensorflow.num_intraop_threads", Integer.toString(EngineInfo.requestedThreads()));
        return Engine.getEngine("TensorFlow");
    }
}
