package quartet.harness;

import java.util.List;
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
 * @param threads of every engine
 * @param seed of splits, initial weights and batch order
 * @param timeoutSeconds of one worker
 * @param heap maximum heap of a worker, as the JVM's -Xmx takes it
 * @param divisions what is compared
 * @param maxRounds rounds go on until all intervals are narrow, or to this number; 0 stands for exactly {@code rounds}
 * @param seeds how many seeds, counted from {@code seed}, each with all rounds
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
        int seeds) {
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
        atLeastOne("--timeout", timeoutSeconds);
        if (epochs < 0) {
            throw new UsageException("--epochs: expected 1 or more, but was " + epochs);
        }
        if (!heap.matches("[1-9][0-9]*[kKmMgG]")) {
            throw new UsageException("--heap: expected a size such as 512m or 2g, but was " + heap);
        }
    }

    /** The same settings, with this {@link #maxRounds} and this number of {@link #seeds}. */
    public Settings repeated(int maximum, int numberOfSeeds) {
        return new Settings(
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
                maximum,
                numberOfSeeds);
    }

    /** The number of rounds of all seeds that is never exceeded. */
    public int lastRound() {
        return Math.max(rounds, maxRounds) * seeds;
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new UsageException(option + ": expected 1 or more, but was " + value);
        }
    }
}
