package quartet.datasets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One data set of the catalogue.
 *
 * @param name the name on the command line
 * @param title the name in print
 * @param kind what it holds
 * @param format how its files are laid out
 * @param files its files; the first is the main one
 * @param rows number of examples
 * @param classes number of classes; 0 for regression
 * @param classNames the classes by index where the files have numbers only; empty where they have the names
 * @param target the column to predict; empty where the format fixes it
 * @param split how training and test set are told apart
 * @param origin where the shipped files were taken from
 * @param changes what was changed in them
 * @param licence the licence or the statement of its absence
 * @param citation whom to cite
 * @param shipped whether the files are part of the project; otherwise they are fetched into a cache
 * @param sources where a set that is not shipped can be had from, in the order to try
 */
public record CatalogueEntry(
        String name,
        String title,
        Kind kind,
        Format format,
        List<DataFile> files,
        int rows,
        int classes,
        List<String> classNames,
        String target,
        SplitRule split,
        String origin,
        String changes,
        String licence,
        String citation,
        boolean shipped,
        List<FetchSource> sources) {

    /**
     * A file.
     *
     * @param path relative to the data set's folder; a name that ends in .gz is read decompressed
     * @param sha256 of the bytes of the file as stored, in lower-case hexadecimal
     */
    public record DataFile(String path, String sha256) {}

    /**
     * How training and test set are told apart.
     *
     * @param by {@code first}: the first {@code trainRows} rows train; {@code stratified} and {@code random}: seeded, a
     *     share {@code testFraction} tests; {@code files}: by file
     */
    public record SplitRule(String by, int trainRows, double testFraction) {}

    /**
     * A place to fetch from.
     *
     * @param client what fetches from it
     * @param location the address, with {@code {file}} for a file's path, or the package as that client names it
     * @param member the path in the package, with {@code {file}} for a file's path; empty if the package itself is the
     *     file, and for an address. Where address or member end in .gz, or a package in .tgz, and the file does not, it
     *     is decompressed
     */
    public record FetchSource(Client client, String location, String member) {}

    /** What fetches. */
    public enum Client {
        /** This program. */
        @JsonProperty("url")
        URL,
        /** npm, the package manager of Node.js. */
        @JsonProperty("npm")
        NPM,
        /** apt-get, the package manager of Debian. */
        @JsonProperty("apt")
        APT
    }
}
