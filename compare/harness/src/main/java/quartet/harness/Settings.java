package quartet.harness;

import java.util.List;
import java.util.Objects;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;

/**
 * The validated settings of a comparison.
 *
 * @param projects in the order of the report
 * @param engines names, in the order of the first round
 * @param scale size of the default data sets
 * @param dataset a data set by name, or empty
 * @param epochs number of epochs; 0 for the specification's
 * @param rounds repetitions of every measurement; the minimum if there is a maximum
 * @param threads of every engine; the first number of a sweep
 * @param seed of splits, initial weights and batch order
 * @param timeoutSeconds of one worker
 * @param heap maximum heap of a worker, as the JVM's -Xmx takes it
 * @param divisions the kinds of comparison
 * @param maxRounds the maximum number of rounds, which end earlier once all intervals are narrow; 0 for exactly {@code
 *     rounds}
 * @param seeds number of seeds, counted from {@code seed}, each with all rounds
 * @param sweep the values with which all measurements are repeated
 * @param pin whether each worker is bound to as many cores as it has threads
 * @param own the user's own data, and the network for it
 */
public record Settings(
        List<Project> projects,
        List<String> engines,
        Scale scale,
        String dataset,
        int epochs,
        int rounds,
        int threads,
        long seed,
        int timeoutSeconds,
        String heap,
        List<Division> divisions,
        int maxRounds,
        int seeds,
        Sweep sweep,
        boolean pin,
        OwnRun own) {
    /** The engine that the others are compared with. */
    public static final String REFERENCE = "scratch";

    public Settings {
        projects = List.copyOf(projects);
        engines = List.copyOf(engines);
        divisions = divisions == null ? List.of(Division.STRICT) : List.copyOf(divisions);
        atLeastOne("--rounds", rounds);
        if (maxRounds != 0 && maxRounds < rounds) {
            throw new UsageException("--max-rounds: expected " + rounds + " or more, but was " + maxRounds);
        }
        seeds = Math.max(1, seeds); // Absent in older files.
        atLeastOne("--threads", threads);
        sweep = Objects.requireNonNullElse(sweep, Sweep.none(threads)); // Absent in older files.
        own = Objects.requireNonNullElse(own, OwnRun.NONE); // Absent in older files.
        atLeastOne("--timeout", timeoutSeconds);
        if (epochs < 0) {
            throw new UsageException("--epochs: expected 1 or more, but was " + epochs);
        }
        if (!heap.matches("[1-9][0-9]*[kKmMgG]")) {
            throw new UsageException("--heap: expected a size such as 512m or 2g, but was " + heap);
        }
        if (!sweep.keepsSpecification() && divisions.contains(Division.IDIOMATIC)) {
            throw new UsageException("--batch and --width change the strict specification, so that they need"
                    + " --division strict; an example has its own");
        }
    }

    /** Creates settings without a sweep. */
    public Settings(
            List<Project> projects,
            List<String> engines,
            Scale scale,
            String dataset,
            int epochs,
            int rounds,
            int threads,
            long seed,
            int timeoutSeconds,
            String heap,
            List<Division> divisions,
            int maxRounds,
            int seeds) {
        this(
                projects,
                engines,
                scale,
                dataset,
                epochs,
                rounds,
                threads,
                seed,
                timeoutSeconds,
                heap,
                divisions,
                maxRounds,
                seeds,
                Sweep.none(threads),
                false,
                OwnRun.NONE);
    }

    /** Returns the same settings, with this {@link #maxRounds} and this number of {@link #seeds}. */
    public Settings repeated(int maximum, int numberOfSeeds) {
        return copy(projects, maximum, numberOfSeeds, sweep, pin, own);
    }

    /** Returns the same settings, with other values to sweep. */
    public Settings sweeping(Sweep values) {
        return copy(projects, maxRounds, seeds, values, pin, own);
    }

    /** Returns the same settings, with workers bound to cores or not. */
    public Settings pinned(boolean bound) {
        return copy(projects, maxRounds, seeds, sweep, bound, own);
    }

    /** Returns the same settings for the user's own data and the projects that fit it. */
    public Settings on(List<Project> fitting, OwnRun data) {
        return copy(fitting, maxRounds, seeds, sweep, pin, data);
    }

    /** Returns the settings of one combination of the sweep. */
    public Settings of(Sweep.Variant variant) {
        return sweeping(new Sweep(List.of(variant.threads()), List.of(variant.batch()), List.of(variant.width())));
    }

    private Settings copy(
            List<Project> chosen, int maximum, int numberOfSeeds, Sweep values, boolean bound, OwnRun data) {
        return new Settings(
                chosen,
                engines,
                scale,
                dataset,
                epochs,
                rounds,
                values.threads().get(0),
                seed,
                timeoutSeconds,
                heap,
                divisions,
                maximum,
                numberOfSeeds,
                values,
                bound,
                data);
    }

    /** Returns the maximum number of rounds over all seeds. */
    public int lastRound() {
        return Math.max(rounds, maxRounds) * seeds;
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new UsageException(option + ": expected 1 or more, but was " + value);
        }
    }
}
