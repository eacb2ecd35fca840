package quartet.harness.command;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import quartet.contract.experiment.Project;
import quartet.datasets.own.OwnSource;
import quartet.harness.UsageException;

/** Where own data is, for every command that reads it. */
final class SourceOptions {
    @Option(
            names = "--data",
            paramLabel = "FILE|FOLDER",
            defaultValue = "",
            description =
                    "Own data: a table or texts as CSV or TSV, also compressed by gzip; or a folder of images with one "
                            + "subfolder for each class.")
    private String data = "";

    @Option(names = "--target", paramLabel = "COLUMN", defaultValue = "", description = "The column to predict.")
    private String target = "";

    @Option(names = "--text", paramLabel = "COLUMN", defaultValue = "", description = "nlp: the column with the text.")
    private String text = "";

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "0",
            description = "cv: height and width to which images are scaled; 32 by default.")
    private int size;

    /**
     * The data that these options name, with a split of the training rows by default.
     *
     * @throws UsageException if an option needs data that is not named
     */
    OwnSource source() {
        return source("", "", false);
    }

    /** The same, with a test set, a split or class weights. */
    OwnSource source(String test, String split, boolean classWeights) {
        OwnSource source = new OwnSource(data, target, text, test, split, classWeights, size);
        if (!source.isPresent() && !source.equals(OwnSource.NONE)) {
            throw new UsageException("--target, --text, --size and other options for own data need --data");
        }
        return source;
    }

    /** Whether the data is a folder, so that it can only be images. */
    boolean isFolder() {
        return Files.isDirectory(Path.of(data));
    }

    /** Whether a column of texts is named. */
    boolean hasText() {
        return !text.isEmpty();
    }

    /**
     * Checks that the options suit a project; the data itself checks the columns.
     *
     * @throws UsageException if they do not
     */
    void check(Project project) {
        if (size != 0 && project != Project.CV) {
            throw new UsageException("--size: only images have a size");
        }
    }
}
