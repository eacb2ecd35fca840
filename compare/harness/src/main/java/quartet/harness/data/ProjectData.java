package quartet.harness.data;

import java.util.Optional;
import quartet.contract.experiment.Project;
import quartet.datasets.Datasets;
import quartet.datasets.PreparedData;
import quartet.datasets.own.DataReport;
import quartet.datasets.own.OwnData;
import quartet.datasets.own.OwnSource;
import quartet.datasets.recipe.Recipe;
import quartet.harness.Settings;

/**
 * The prepared data of a project.
 *
 * @param data the data in the form in which a network reads it
 * @param recipe turns a raw row into features
 * @param report what was done with own data; empty for the catalogue's
 */
public record ProjectData(PreparedData data, Recipe recipe, Optional<DataReport> report) {

    /**
     * Loads own data, or the data set that is named, or the project's own.
     *
     * @throws quartet.datasets.DatasetException if the data cannot be used
     */
    public static ProjectData load(Project project, Settings settings, long seed) {
        OwnSource source = settings.own().source();
        if (source.isPresent()) {
            OwnData own = OwnData.load(project.kind(), source, seed);
            WorkerHeap.check(own.data(), settings.heap());
            return new ProjectData(own.data(), own.recipe(), Optional.of(own.report()));
        }
        Datasets.Prepared prepared = Datasets.prepare(dataset(project, settings), seed);
        return new ProjectData(prepared.data(), prepared.recipe(), Optional.empty());
    }

    /** Returns the name of the catalogue's data set that is used where there is no own data. */
    public static String dataset(Project project, Settings settings) {
        return settings.dataset().isEmpty() ? project.dataset(settings.scale()) : settings.dataset();
    }
}
