package quartet.dl4j;

import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import quartet.contract.EngineInfo;

/** ND4J, Deeplearning4j's arrays, with its native libraries and as many threads as were asked for. */
final class Nd4jLibrary {
    private static final String PLATFORMS = "linux-x86_64, linux-arm64, macosx-x86_64, macosx-arm64 and windows-x86_64";

    private Nd4jLibrary() {}

    /**
     * Loads the native libraries when it is first called, and sets the threads of ND4J's own operations and of
     * OpenBLAS.
     *
     * @throws UnsupportedOperationException if there is no native library for this platform
     */
    static NativeOps load() {
        // When memory runs out, the error is to reach the caller, rather than a report the working directory.
        CrashReportingUtil.crashDumpsEnabled(false);
        int threads = EngineInfo.requestedThreads();
        try {
            // ND4J's class comes first: the others expect that it has found its backend.
            Nd4j.getEnvironment().setMaxMasterThreads(threads);
            NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
            operations.setOmpNumThreads(threads);
            Nd4j.factory().blas().setMaxThreads(threads);
            return operations;
        } catch (LinkageError failure) {
            throw new UnsupportedOperationException(
                    "Deeplearning4j: no native library for " + Loader.getPlatform() + "; supported are " + PLATFORMS,
                    failure);
        }
    }
}
