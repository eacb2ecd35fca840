package quartet.harness.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quartet.contract.experiment.Project;
import quartet.harness.Division;
import quartet.harness.Printable;
import quartet.harness.Settings;
import quartet.harness.UsageException;
import quartet.harness.process.Guardian;
import quartet.harness.results.Results;
import quartet.harness.run.OutputFolder;
import quartet.harness.run.ParityRun;
import quartet.harness.run.PreparedProject;
import quartet.harness.worker.ForkedWorkers;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;

/** Checks numerical parity only. */
@Command(
        name = "parity",
        mixinStandardHelpOptions = true,
        description = "Checks that the engines agree with float64, and names the first step and tensor that differ.")
final class ParityCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final DataOptions own = new DataOptions();

    @Option(names = "--explain", description = "Print the differences by step, and the mistake that explains them.")
    private boolean explain;

    @Override
    public Integer call() {
        Settings settings = own.apply(common.settings(0, 1, List.of(Division.STRICT)));
        if (common.threads().size() > 1) {
            throw new UsageException("--threads: expected one number, but was " + common.threads());
        }
        InstalledEngines installed = InstalledEngines.scan(CommonOptions.home());
        List<InstalledEngine> engines = installed.select(settings.engines());
        boolean referenceAsked = engines.contains(installed.reference());
        int steps = settings.projects().size() * (engines.size() + (referenceAsked ? 0 : 1));
        boolean passed = true;
        try (OutputFolder output = OutputFolder.temporary();
                Guardian guardian = Guardian.start(output.temporaries());
                ConsoleProgress progress = ConsoleProgress.start(steps, CommonOptions.terminal())) {
            for (Project project : settings.projects()) {
                PreparedProject prepared = PreparedProject.prepare(project, settings, output.work());
                Map<String, ParityRun.Outcome> outcomes = new ParityRun(
                                installed.reference(), new ForkedWorkers(settings, guardian), output.logs())
                        .run(prepared, engines, progress);
                for (Map.Entry<String, ParityRun.Outcome> outcome : outcomes.entrySet()) {
                    print(project, outcome.getKey(), outcome.getValue());
                    passed &= outcome.getValue().passed();
                }
            }
        }
        return passed ? 0 : Quartet.FAILED;
    }

    private void print(Project project, String engine, ParityRun.Outcome outcome) {
        String verdict = outcome.parity()
                .filter(Results.Parity::passed)
                .map(parity -> String.format(
                        Locale.ROOT, "ok (at most %.0f %% of a tolerance)", Math.ceil(100 * parity.worst())))
                .orElseGet(() -> "FAILED: " + outcome.reason());
        System.out.println(Printable.line(project.title() + " " + engine + ": " + verdict));
        if (explain) {
            outcome.parity().stream()
                    .flatMap(parity -> ParityExplanation.lines(parity).stream())
                    .map(line -> Printable.line("  " + line))
                    .forEach(System.out::println);
            outcome.worker().stderr().stream()
                    .map(line -> Printable.line("  | " + line))
                    .forEach(System.out::println);
        }
    }
}
