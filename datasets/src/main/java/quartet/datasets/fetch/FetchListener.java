package quartet.datasets.fetch;

/** Hears how a fetch goes on. All calls come from the thread that fetches, one after the other. */
public interface FetchListener {

    /** A source is tried. */
    void trying(String source);

    /**
     * Something has come from the source that is tried.
     *
     * @param what a file's or a package's name
     * @param bytes how much of it is here, what an earlier fetch left included
     * @param totalBytes how much it is in all; -1 where the source does not say
     */
    void received(String what, long bytes, long totalBytes);

    /** A source failed; the next one will be tried, if there is one. */
    void failed(String source, String reason);
}
