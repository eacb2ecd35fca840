package quartet.datasets.fetch;

import java.time.Duration;

/**
 * Limits of a download, derived from the size of the content in the catalogue.
 *
 * @param bytes the maximum size of a download; compression can slightly enlarge incompressible content
 * @param silence the maximum time without data from the server
 * @param total the maximum time of a whole download
 */
record DownloadLimits(long bytes, Duration silence, Duration total) {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration START = Duration.ofMinutes(2);
    private static final long SLOWEST_BYTES_PER_SECOND = 50_000;
    private static final long OVERHEAD_BYTES = 1 << 16;
    /** An allowance for the other files of a package. */
    private static final long PACKAGE_OVERHEAD_BYTES = 16 << 20;

    /** Returns the limits for a file. */
    static DownloadLimits ofFile(long contentBytes) {
        return of(contentBytes, OVERHEAD_BYTES);
    }

    /** Returns the limits for a package. */
    static DownloadLimits ofPackage(long contentBytes) {
        return of(contentBytes, PACKAGE_OVERHEAD_BYTES);
    }

    private static DownloadLimits of(long contentBytes, long overheadBytes) {
        long bytes = contentBytes + contentBytes / 100 + overheadBytes;
        return new DownloadLimits(bytes, SILENCE, START.plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND));
    }
}
