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
 * @param report the preparation of the user's own data; empty for data of the catalogue
 */
public record ProjectData(PreparedData data, Recipe recipe, Optional<DataReport> report) {

    /**
     * Loads the user's own data, the named data set, or the project's default data set.
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

    /** Returns the name of the data set that is used without own data. */
    public static String dataset(Project project, Settings settings) {
        return settings.dataset().isEmpty() ? project.dataset(settings.scale()) : settings.dataset();
    }
}
