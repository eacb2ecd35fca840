package quartet.harness;

import java.util.List;
import java.util.Objects;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;

/**
 * What a comparison was asked for, validated.
 *
 * @param projects in the order of the report
 * @param engines names, in the order of the first round
 * @param scale which data sets, where none is named
 * @param dataset a data set by name, or empty
 * @param epochs instead of the specification's, or 0
 * @param rounds repetitions of every measurement; the least number if there is a maximum
 * @param threads of every engine; the first number of a sweep
 * @param seed of splits, initial weights and batch order
 * @param timeoutSeconds of one worker
 * @param heap maximum heap of a worker, as the JVM's -Xmx takes it
 * @param divisions what is compared
 * @param maxRounds rounds go on until all intervals are narrow, or to this number; 0 stands for exactly {@code rounds}
 * @param seeds how many seeds, counted from {@code seed}, each with all rounds
 * @param sweep the values that everything is repeated with
 * @param pin whether each worker is bound to as many cores as it has threads
 * @param own own data, and what the network is made of instead of its default
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
        seeds = Math.max(1, seeds); // Older files do not name it.
        atLeastOne("--threads", threads);
        sweep = Objects.requireNonNullElse(sweep, Sweep.none(threads)); // Older files do not name it.
        own = Objects.requireNonNullElse(own, OwnRun.NONE); // Older files do not name it.
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

    /** Settings without a sweep. */
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

    /** Returns the same settings, where workers are bound to cores or not. */
    public Settings pinned(boolean bound) {
        return copy(projects, maxRounds, seeds, sweep, bound, own);
    }

    /** Returns the same settings for the projects that fit own data. */
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

    /** Returns the number of rounds of all seeds that is never exceeded. */
    public int lastRound() {
        return Math.max(rounds, maxRounds) * seeds;
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new UsageException(option + ": expected 1 or more, but was " + value);
        }
    }
}
