package quartet.harness.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartet.contract.experiment.Project;
import quartet.harness.Division;
import quartet.harness.Printable;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Parity;
import quartet.harness.results.Results.ParityStep;
import quartet.harness.results.Results.Run;
import quartet.harness.results.StepParts;
import quartet.harness.results.Summary;

/** The measurements of a comparison for each role. Figures that are not in the results are omitted. */
final class Measurements {
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final Optional<Results> results;

    Measurements(Optional<Results> results) {
        this.results = results;
    }

    /** Returns the place and time of the measurement in one line; empty without results. */
    String origin() {
        return results.map(all ->
                        Printable.line("Times and differences from float64 are those of the strict comparison that"
                                + " started at " + all.environment().started() + " on "
                                + all.environment().cpu() + "."))
                .orElse("");
    }

    /** Returns the data set on which a project was measured; empty if it was not measured. */
    String dataset(Project project) {
        return results.stream()
                .flatMap(all -> all.summary().stream())
                .filter(summary -> summary.project().equals(project.title()))
                .map(summary -> Printable.line(summary.dataset()))
                .findFirst()
                .orElse("");
    }

    /** Returns the figures of one role of one engine, each with its unit. */
    List<String> of(Project project, String engine, Role role) {
        List<String> figures = new ArrayList<>();
        summary(project, engine).ifPresent(summary -> addTimes(figures, summary, role));
        parity(project, engine).ifPresent(parity -> addDifferences(figures, parity, role));
        return figures;
    }

    private static void addTimes(List<String> figures, Summary summary, Role role) {
        switch (role) {
            case DATA -> addShare(figures, summary, "hand-over");
            case MODEL -> addShare(figures, summary, "forward");
            case TRAINING_STEP -> {
                add(figures, "%.3g ms a step", summary.stepMillis());
                addShare(figures, summary, "backward");
                addShare(figures, summary, "update");
            }
            case EVALUATION -> {
                add(figures, "accuracy %.4f", summary.scores().get("accuracy"));
                add(figures, "RMSE %.4f", summary.scores().get("rmse"));
            }
            case PREDICT -> add(figures, "%.3g µs a row", summary.p50Micros());
            case MEMORY -> {
                Long bytes = summary.peakRssBytes();
                add(figures, "peak %.0f MB", bytes == null ? null : bytes / BYTES_PER_MEGABYTE);
            }
            case MAIN -> add(figures, "%.3g s to the trained network", summary.toModelSeconds());
            case CLASS, LOSS, SAVE -> {}
        }
    }

    private static void addShare(List<String> figures, Summary summary, String part) {
        StepParts step = summary.stepParts();
        if (step != null && step.whole() > 0) {
            Double micros = step.parts().get(part);
            add(figures, part + " %.0f %% of a step", micros == null ? null : 100 * micros / step.whole());
        }
    }

    private static void addDifferences(List<String> figures, Parity parity, Role role) {
        switch (role) {
            case MODEL -> addDifference(figures, parity, "logits");
            case LOSS -> addDifference(figures, parity, "loss");
            case TRAINING_STEP -> {
                addDifference(figures, parity, "gradients");
                addDifference(figures, parity, "update");
            }
            case CLASS, DATA, EVALUATION, PREDICT, SAVE, MEMORY, MAIN -> {}
        }
    }

    /**
     * Adds the difference of a quantity. The name of a comparison starts with its quantity; some have an addition such
     * as ", last batch".
     */
    private static void addDifference(List<String> figures, Parity parity, String what) {
        List<ParityStep> steps = parity.steps().stream()
                .filter(step -> step.what().equals(what) || step.what().startsWith(what + ","))
                .toList();
        OptionalDouble worst =
                steps.stream().mapToDouble(ParityStep::difference).max();
        boolean failed = steps.stream().anyMatch(step -> !step.ok());
        worst.ifPresent(difference -> figures.add(String.format(
                Locale.ROOT, "%s within %.1e%s", what, difference, failed ? ", which fails parity" : "")));
    }

    private static void add(List<String> figures, String format, @Nullable Double value) {
        if (value != null && Double.isFinite(value)) {
            figures.add(String.format(Locale.ROOT, format, value));
        }
    }

    private Optional<Summary> summary(Project project, String engine) {
        return results.stream()
                .flatMap(all -> all.summary().stream())
                .filter(summary -> summary.division() == Division.STRICT)
                .filter(summary -> summary.project().equals(project.title())
                        && summary.engine().equals(engine))
                .findFirst();
    }

    private Optional<Parity> parity(Project project, String engine) {
        return results.stream()
                .flatMap(all -> all.runs().stream())
                .filter(run ->
                        run.project().equals(project.title()) && run.engine().equals(engine))
                .map(Run::parity)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
