package quartet.datasets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One data set of the catalogue.
 *
 * @param name the name on the command line
 * @param title the display name
 * @param kind the kind of its rows and targets
 * @param format the format of its files
 * @param files its files in the order in which the format names them
 * @param rows the number of examples
 * @param classes the number of classes; 0 for regression
 * @param classNames the names of the classes by index; empty if the files contain the names, and for regression
 * @param target the name of the column to predict; empty if the format determines it
 * @param split how rows are divided into training set and test set
 * @param origin the source of the files
 * @param changes the differences between the shipped files and their source
 * @param licence the licence, or a note that there is none
 * @param citation the publication to cite
 * @param shipped whether the project contains the files; otherwise they are fetched into a cache
 * @param sources the sources of a data set that is not shipped, in the order in which they are tried
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
     * @param path the path relative to the folder of the data set; a file whose name ends in .gz is decompressed
     * @param sha256 the SHA-256 of the stored bytes in lower-case hexadecimal
     * @param bytes the number of stored bytes
     */
    public record DataFile(String path, String sha256, long bytes) {}

    /**
     * The rule that divides rows into training set and test set.
     *
     * @param by {@code first}: the first {@code trainRows} rows are the training set; {@code random} and {@code
     *     stratified}: a random share {@code testFraction} is the test set; {@code files}: each set has its own files
     * @param trainRows the number of training rows; 0 if a fraction determines it
     * @param testFraction the fraction of test rows; 0 if it does not apply
     */
    public record SplitRule(String by, int trainRows, double testFraction) {}

    /**
     * A source of files. {@code {file}} stands for the path of a file. If the address, the member or the package is
     * compressed (.gz, .tgz) and the file is not, the content is decompressed.
     *
     * @param client the program that downloads
     * @param location the address, or the name of the package
     * @param member the path in the package; empty if the package itself is the file, and for an address
     */
    public record FetchSource(Client client, String location, String member) {}

    /** The programs that download. */
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
