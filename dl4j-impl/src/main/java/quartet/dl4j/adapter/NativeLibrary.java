package quartet.dl4j.adapter;

import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import quartet.contract.EngineInfo;

/** Loads the native libraries of ND4J, which computes Deeplearning4j's arrays, and sets their threads. */
final class NativeLibrary {
    private static final String PLATFORMS = "linux-x86_64, linux-arm64, macosx-x86_64, macosx-arm64 and windows-x86_64";

    private NativeLibrary() {}

    /**
     * Loads the native libraries on the first call, and sets the threads of ND4J's operations and of OpenBLAS to
     * {@link EngineInfo#requestedThreads()}.
     *
     * @throws UnsupportedOperationException if there is no native library for this platform
     */
    static NativeOps load() {
        // When out of memory, Deeplearning4j would write a report to the working directory before it throws.
        CrashReportingUtil.crashDumpsEnabled(false);
        int threads = EngineInfo.requestedThreads();
        try {
            // Nd4j is initialized first, because the other classes require its backend.
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
