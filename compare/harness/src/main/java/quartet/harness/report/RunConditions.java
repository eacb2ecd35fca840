package quartet.harness.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import quartet.harness.Printable;
import quartet.harness.Settings;
import quartet.harness.Sweep;
import quartet.harness.results.Results;

/** The conditions of a comparison: the machine, the rounds and the settings. */
public final class RunConditions {
    private RunConditions() {}

    /** Describes the machine and the settings in a few lines. */
    public static List<String> of(Results results) {
        Results.Environment e = results.environment();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB; %s; Java %s",
                e.cpu(),
                e.logicalCores(),
                e.memoryBytes() / 1073741824.0,
                e.os(),
                e.java()));
        Settings s = results.settings();
        String rounds = s.maxRounds() == 0
                ? s.rounds() + (s.rounds() == 1 ? " round" : " rounds")
                : s.rounds() + " to " + s.maxRounds() + " rounds";
        lines.add(String.format(
                Locale.ROOT,
                "%s, %s an engine, %s; medians over the rounds; started %s",
                rounds,
                conditions(s.sweep()),
                s.seeds() == 1 ? "seed " + s.seed() : "seeds " + s.seed() + " to " + (s.seed() + s.seeds() - 1),
                e.started()));
        return Printable.lines(lines);
    }

    private static String conditions(Sweep sweep) {
        List<Integer> threads = sweep.threads();
        String conditions = join(threads) + (threads.equals(List.of(1)) ? " thread" : " threads");
        if (!sweep.batches().equals(List.of(0))) {
            conditions += ", batches of " + join(sweep.batches());
        }
        if (!sweep.widths().equals(List.of(1.0))) {
            conditions += ", hidden sizes times "
                    + join(sweep.widths().stream().map(Sweep::number).toList());
        }
        return conditions;
    }

    private static String join(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }
}
