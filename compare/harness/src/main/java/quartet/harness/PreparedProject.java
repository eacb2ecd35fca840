package quartet.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.BatchOrder;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.contract.worker.ExperimentFiles;
import quartet.contract.worker.ParityPhase;
import quartet.contract.worker.WorkerJob;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.datasets.Datasets;
import quartet.datasets.PreparedData;

/**
 * A project whose data, initial weights and batch order are drawn and written down, once for all engines.
 *
 * @param project which
 * @param experiment what a training starts from
 * @param folder where its files are
 */
record PreparedProject(Project project, Experiment experiment, Path folder) {

    /**
     * Loads the data and writes the experiment's files.
     *
     * @param work the folder for temporary files of the whole comparison
     */
    static PreparedProject prepare(Project project, Settings settings, Path work) {
        String dataset = settings.dataset().isEmpty() ? project.dataset(settings.scale()) : settings.dataset();
        PreparedData data = Datasets.load(dataset, settings.seed());
        TrainingSpec training =
                settings.epochs() == 0 ? project.training() : project.training().withEpochs(settings.epochs());
        Experiment experiment = Experiment.of(project, data, training, settings.seed());
        return write(project, experiment, work.resolve(project.title()), settings.seed());
    }

    /** The smallest data and network there are, for asking an engine whether it works at all. */
    static PreparedProject smallest(Settings settings, Path work) {
        PreparedData iris = Datasets.load(Project.CLASSIFICATION.dataset(Scale.SMOKE), settings.seed());
        Experiment experiment = Experiment.of(Project.CLASSIFICATION, iris, TrainingSpec.adam(1, 1), settings.seed());
        return write(Project.CLASSIFICATION, experiment, work.resolve("smallest"), settings.seed());
    }

    /** The same data with another network and budget, in a folder of its own. */
    PreparedProject with(ModelSpec spec, TrainingSpec training, String name, long seed) {
        Experiment other = Experiment.of(experiment.data(), spec, training, seed);
        return write(project, other, folder.resolveSibling(folder.getFileName() + "-" + name), seed);
    }

    private static PreparedProject write(Project project, Experiment experiment, Path folder, long seed) {
        BatchOrder parityOrder = ParityPhase.order(
                experiment.data().train().rows(), experiment.training().batchSize(), seed);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be created: " + e.getMessage(), e);
        }
        ExperimentFiles.write(folder, experiment, parityOrder);
        return new PreparedProject(project, experiment, folder);
    }

    String dataset() {
        return experiment.data().dataset();
    }

    /** A job on this experiment, to be started now. */
    WorkerJob job(String engine, List<Phase> phases) {
        return new WorkerJob(
                engine,
                experiment.spec(),
                experiment.training(),
                phases,
                folder.toAbsolutePath().toString(),
                System.currentTimeMillis());
    }
}
