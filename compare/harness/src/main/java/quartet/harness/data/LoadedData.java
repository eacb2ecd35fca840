package quartet.harness.data;

import java.util.HashMap;
import java.util.Map;
import quartet.contract.experiment.Project;
import quartet.harness.Settings;

/** The data of a comparison. Each data set is read once for each seed, on first use, and then kept. */
public final class LoadedData {
    private record Key(Project project, long seed) {}

    private final Settings settings;
    private final Map<Key, ProjectData> loaded = new HashMap<>();

    /** Creates an object that has not read any data yet. */
    public LoadedData(Settings settings) {
        this.settings = settings;
    }

    /**
     * Returns the data of a project, split by a seed.
     *
     * @throws quartet.datasets.DatasetException if the data cannot be used
     */
    public ProjectData of(Project project, long seed) {
        return loaded.computeIfAbsent(new Key(project, seed), key -> ProjectData.load(project, settings, seed));
    }
}
