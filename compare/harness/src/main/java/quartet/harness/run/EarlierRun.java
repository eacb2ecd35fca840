package quartet.harness.run;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quartet.harness.Settings;
import quartet.harness.UsageException;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.EngineVersion;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Environment;

/**
 * The results of an interrupted comparison, and the checks that it can resume under the same settings and conditions.
 */
public final class EarlierRun {
    private final Path folder;
    private final Optional<Results> results;

    private EarlierRun(Path folder, Optional<Results> results) {
        this.folder = folder;
        this.results = results;
    }

    /** Returns the empty earlier run of a comparison that starts from the beginning. */
    public static EarlierRun none() {
        return new EarlierRun(Path.of(""), Optional.empty());
    }

    /**
     * Reads the comparison in a folder. It is empty if the comparison was interrupted before its first results.
     *
     * @throws UsageException if the results cannot be read
     */
    public static EarlierRun read(Path folder) {
        boolean exists = Files.exists(folder.resolve(ResultFiles.RESULTS));
        return new EarlierRun(folder, exists ? Optional.of(ResultFiles.read(folder)) : Optional.empty());
    }

    /** Returns the results; empty if there are none. */
    Optional<Results> results() {
        return results;
    }

    /** Returns the settings of the comparison; empty if there are no results. */
    public Optional<Settings> settings() {
        return results.map(Results::settings);
    }

    /**
     * Checks that a comparison can resume.
     *
     * @param environment the machine, with the engines to be measured
     * @throws UsageException if they differ from the earlier run; the message names the first difference
     */
    void check(Settings settings, Environment environment) {
        if (results.isEmpty()) {
            return;
        }
        checkEqual("settings", results.get().settings(), settings);
        Environment earlier = results.get().environment();
        checkEqual("machine", machine(earlier), machine(environment));
        Map<String, String> builds = builds(earlier);
        Map<String, String> now = builds(environment);
        if (!builds.keySet().equals(now.keySet())) {
            throw refusal("it compares the engines " + names(builds) + ", but these are " + names(now));
        }
        builds.forEach((engine, build) -> {
            if (!build.equals(now.get(engine))) {
                throw refusal("engine " + engine + " was built anew since it was interrupted");
            }
        });
    }

    private void checkEqual(String what, Record earlier, Record now) {
        for (RecordComponent component : earlier.getClass().getRecordComponents()) {
            Object before = value(component, earlier);
            Object after = value(component, now);
            if (!Objects.equals(before, after)) {
                throw refusal(what + ": " + component.getName() + " was " + before + ", but is " + after + " now");
            }
        }
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return String.valueOf(component.getAccessor().invoke(of));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.getName(), e);
        }
    }

    /** The parts of the environment that affect a measurement. */
    private record Machine(String os, String cpu, int logicalCores, String java) {}

    private static Machine machine(Environment environment) {
        return new Machine(environment.os(), environment.cpu(), environment.logicalCores(), environment.java());
    }

    private static Map<String, String> builds(Environment environment) {
        return environment.engines().stream()
                .collect(Collectors.toMap(
                        EngineVersion::engine, EngineVersion::build, (first, second) -> first, TreeMap::new));
    }

    private static String names(Map<String, String> builds) {
        return String.join(", ", List.copyOf(builds.keySet()));
    }

    private UsageException refusal(String difference) {
        return new UsageException("--resume: the run in " + folder + " cannot go on: " + difference
                + "; start a new run with another --out");
    }
}
