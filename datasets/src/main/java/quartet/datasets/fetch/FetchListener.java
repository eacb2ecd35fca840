package quartet.datasets.fetch;

/** Receives the progress of a fetch (Observer). All calls come from the fetching thread. */
public interface FetchListener {

    /** Called before a source is tried. */
    void trying(String source);

    /**
     * Called when bytes have arrived from the current source.
     *
     * @param what the name of a file or a package
     * @param bytes the number of bytes present, including those of an earlier, interrupted fetch
     * @param totalBytes the size of the whole; -1 if unknown
     */
    void received(String what, long bytes, long totalBytes);

    /** Called when a source has failed. The next source is tried, if there is one. */
    void failed(String source, String reason);
}
