package quartet.harness.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import quartet.contract.experiment.Project;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Sweep.Variant;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Summaries;
import quartet.harness.worker.InstalledEngine;

/** Tracks which runs are done, and which are still due. */
final class Schedule {
    private final Settings settings;
    private final List<InstalledEngine> engines;
    private final List<Run> done = new ArrayList<>();

    /** The unit of measurement in a round: a project with one combination of a sweep's values. */
    record Cell(Project project, Variant variant) {
        private boolean holds(Run run) {
            return run.project().equals(project.title())
                    && run.key().variant().label().equals(variant.label());
        }
    }

    Schedule(Settings settings, List<InstalledEngine> engines) {
        this.settings = settings;
        this.engines = List.copyOf(engines);
    }

    /** Returns all cells, in the order in which a round visits them. */
    List<Cell> cells() {
        return settings.projects().stream()
                .flatMap(project -> settings.sweep().variants().stream().map(variant -> new Cell(project, variant)))
                .toList();
    }

    void add(Run run) {
        done.add(run);
    }

    /** Returns the finished runs. */
    List<Run> done() {
        return Collections.unmodifiableList(done);
    }

    /** Returns whether all runs of a cell are done. */
    boolean isOver(Cell cell) {
        for (int round = 1; round <= settings.lastRound() && isDue(cell, round); round++) {
            for (InstalledEngine engine : engines) {
                for (Division division : settings.divisions()) {
                    if (!has(cell, engine, round, division)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /**
     * Returns whether a round is part of the comparison. Once begun, a round is always finished, so that every engine
     * has the same number of runs.
     */
    boolean isDue(Cell cell, int round) {
        return round <= settings.rounds() * settings.seeds()
                || done.stream().anyMatch(run -> cell.holds(run) && run.round() == round)
                || !Rounds.narrow(Summaries.of(done.stream().filter(cell::holds).toList()));
    }

    /** Returns whether a run is done. */
    boolean has(Cell cell, InstalledEngine engine, int round, Division division) {
        return done.stream()
                .anyMatch(run -> cell.holds(run)
                        && run.engine().equals(engine.name())
                        && run.round() == round
                        && run.division() == division);
    }
}
