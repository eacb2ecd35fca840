package quartet.harness.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import quartet.contract.experiment.Project;
import quartet.datasets.own.OwnSource;
import quartet.harness.OwnRun;
import quartet.harness.Settings;
import quartet.harness.UsageException;

/** Options for the user's own data, and for the network that is trained on it. */
final class DataOptions {
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
            names = "--test",
            paramLabel = "FILE|FOLDER",
            defaultValue = "",
            description = "The test set; without it, a part of --data is the test set.")
    private String test = "";

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "",
            description =
                    "A share of training rows such as 0.8; stratified (within each class, the default for classes); or "
                            + "time:COLUMN (the latest rows are the test set).")
    private String split = "";

    @Option(names = "--class-weights", description = "Repeats rows of rare classes to give all classes equal weight.")
    private boolean classWeights;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "0",
            description = "cv: height and width to which images are scaled; 32 by default.")
    private int size;

    @Option(
            names = "--layers",
            split = ",",
            paramLabel = "N",
            description =
                    "Widths of the hidden layers instead of the default's; cv: the filters of the convolutions, then the "
                            + "width of the dense layer.")
    private List<Integer> layers = List.of();

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            defaultValue = "0",
            description = "Adam's step size instead of the specification's.")
    private double learningRate;

    /**
     * Returns the settings, with these options applied.
     *
     * @throws UsageException if the options do not fit together
     */
    Settings apply(Settings settings) {
        OwnSource source = new OwnSource(data, target, text, test, split, classWeights, size);
        OwnRun own = new OwnRun(source, layers, learningRate);
        if (!source.isPresent()) {
            if (!source.equals(OwnSource.NONE)) {
                throw new UsageException("--target, --text, --test, --split, --class-weights and --size need --data");
            }
            return settings.on(settings.projects(), own);
        }
        if (!settings.dataset().isEmpty()) {
            throw new UsageException("--data and --dataset: name one of both");
        }
        return settings.on(List.of(project(settings.projects())), own);
    }

    /** Returns the named project. Without a name, a folder belongs to cv, and a text column to nlp. */
    private Project project(List<Project> named) {
        Project project;
        if (named.size() == 1) {
            project = named.get(0);
        } else if (Files.isDirectory(Path.of(data))) {
            project = Project.CV;
        } else if (!text.isEmpty()) {
            project = Project.NLP;
        } else {
            throw new UsageException("--data: name one project, classification, regression, cv or nlp");
        }
        if (size != 0 && project != Project.CV) {
            throw new UsageException("--size: only images have a size");
        }
        return project;
    }
}
