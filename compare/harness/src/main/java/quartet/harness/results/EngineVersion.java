package quartet.harness.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The description of an engine that the engine itself reports. The fields are empty if it did not load.
 *
 * @param classPathBytes the size of its worker's class path; absent if unknown
 * @param build the SHA-256 of its code and of the names and sizes of its libraries; empty, and absent from the file, if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngineVersion(
        String engine,
        String title,
        String framework,
        String nativeLibrary,
        String device,
        int threads,
        @Nullable Long classPathBytes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String build) {
    /** Returns an engine that has not reported yet. */
    public static EngineVersion unknown(String engine, String title, long classPathBytes, String build) {
        return new EngineVersion(engine, title, "", "", "", 0, classPathBytes, build);
    }

    /** Returns the same engine, with the description that it reports. */
    public EngineVersion reporting(String frameworkName, String library, String where, int threadCount) {
        return new EngineVersion(engine, title, frameworkName, library, where, threadCount, classPathBytes, build);
    }
}
