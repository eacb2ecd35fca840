package quartet.harness.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quartet.harness.Division;
import quartet.harness.Printable;
import quartet.harness.Status;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Summary;

/**
 * The results of one project, data set and division.
 *
 * @param runs the successful runs
 * @param summaries one for each engine, failed engines included
 * @param variant the values of a sweep; empty without one
 * @param engines of the whole comparison; the position of an engine selects its colour, dash pattern and marker
 */
record Group(
        String project,
        String dataset,
        Division division,
        String variant,
        List<Run> runs,
        List<Summary> summaries,
        List<String> engines) {
    /** The number of styles in the style sheet. */
    private static final int STYLES = 8;

    private record Key(String project, String dataset, Division division, String variant) {
        static Key of(Summary s) {
            return new Key(s.project(), s.dataset(), s.division(), s.variantLabel());
        }

        static Key of(Run run) {
            return new Key(
                    run.project(),
                    run.dataset(),
                    run.division(),
                    run.key().variant().label());
        }
    }

    /** Returns the groups in the order of the summaries. */
    static List<Group> of(Results results) {
        Set<Key> keys = new LinkedHashSet<>();
        Set<String> engines = new LinkedHashSet<>();
        results.environment().engines().forEach(version -> engines.add(version.engine()));
        for (Summary summary : results.summary()) {
            keys.add(Key.of(summary));
            engines.add(summary.engine());
        }
        return keys.stream()
                .map(key -> new Group(
                        key.project(),
                        key.dataset(),
                        key.division(),
                        key.variant(),
                        results.runs().stream()
                                .filter(run -> run.status() == Status.OK)
                                .filter(run -> Key.of(run).equals(key))
                                .toList(),
                        results.summary().stream()
                                .filter(s -> Key.of(s).equals(key))
                                .toList(),
                        List.copyOf(engines)))
                .toList();
    }

    /** Returns the groups of the first division and combination of a sweep. */
    static List<Group> first(List<Group> groups) {
        return groups.stream()
                .filter(group -> group.division() == groups.get(0).division()
                        && group.variant().equals(groups.get(0).variant()))
                .toList();
    }

    /** Returns the summary of one engine, if there is one. */
    Optional<Summary> summary(String engine) {
        return summaries.stream()
                .filter(summary -> summary.engine().equals(engine))
                .findFirst();
    }

    /** Returns the runs of one engine. */
    List<Run> runs(String engine) {
        return runs.stream().filter(run -> run.engine().equals(engine)).toList();
    }

    /** Returns the index of an engine's colour, dash pattern and marker. */
    int series(String engine) {
        return Math.max(0, engines.indexOf(engine)) % STYLES;
    }

    /** Returns the name of the score that is shown as a curve. */
    String score() {
        return smallerIsBetter() ? "rmse" : "accuracy";
    }

    /** Returns the printed name of this score. */
    String scoreTitle() {
        return smallerIsBetter() ? "RMSE" : "accuracy";
    }

    /** Returns the properties that distinguish this group from the others of its project. */
    String heading() {
        String name = division == Division.STRICT ? "Strict division" : "Idiomatic division";
        return name + (variant.isEmpty() ? "" : ", " + Printable.line(variant));
    }

    /** Returns the title of a project. */
    static String title(String project) {
        return switch (project) {
            case "classification" -> "Tabular classification";
            case "regression" -> "Tabular regression";
            case "cv" -> "Computer vision";
            case "nlp" -> "Natural language";
            default -> Printable.line(project);
        };
    }

    /** Returns whether the main score is an error. */
    boolean smallerIsBetter() {
        return project.equals("regression");
    }
}
