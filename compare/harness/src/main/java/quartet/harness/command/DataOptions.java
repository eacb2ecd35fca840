package quartet.harness.command;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quartet.contract.experiment.Project;
import quartet.datasets.own.OwnSource;
import quartet.harness.OwnRun;
import quartet.harness.Settings;
import quartet.harness.UsageException;

/** Options for the user's own data, and for the network that is trained on it. */
final class DataOptions {
    @Mixin
    private final SourceOptions source = new SourceOptions();

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
        OwnSource data = source.source(test, split, classWeights);
        OwnRun own = new OwnRun(data, layers, learningRate);
        if (!data.isPresent()) {
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
        } else if (source.isFolder()) {
            project = Project.CV;
        } else if (source.hasText()) {
            project = Project.NLP;
        } else {
            throw new UsageException("--data: name one project, classification, regression, cv or nlp");
        }
        source.check(project);
        return project;
    }
}
