package quartet.harness.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import quartet.contract.EngineInfo;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.process.Guardian;
import quartet.harness.report.Tables;
import quartet.harness.report.TerminalTable;
import quartet.harness.run.OutputFolder;
import quartet.harness.run.PreparedProject;
import quartet.harness.worker.ForkedWorkers;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/** Lists the installed engines. Each engine runs in its own JVM and reports its version. */
@Command(
        name = "engines",
        mixinStandardHelpOptions = true,
        description = "Lists the engines that are built and the peers in Python, with the versions that they report.")
final class EnginesCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        InstalledEngines installed = InstalledEngines.scan(CommonOptions.home());
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        boolean failed = false;
        Settings settings = new CommonOptions().settings(1, 1, List.of(Division.STRICT));
        try (OutputFolder output = OutputFolder.temporary();
                Guardian guardian = Guardian.start(output.temporaries())) {
            Workers workers = new ForkedWorkers(settings, guardian);
            for (InstalledEngine engine : installed.all()) {
                WorkerResult result = ask(engine, settings, output, workers);
                List<String> row = result.info()
                        .map(info -> row(engine, info))
                        .orElseGet(() -> List.of(engine.name(), engine.title(), "", "", ""));
                rows.add(row);
                if (!result.ok()) {
                    notes.add(engine.name() + ": " + result.status().title() + ": " + result.reason());
                    // A peer that is not installed is not a failure.
                    failed |= engine.peer().isEmpty() || result.status() != Status.UNSUPPORTED;
                }
            }
        }
        List<String> columns = List.of("engine", "title", "framework", "native library", "device");
        System.out.print(TerminalTable.render(new Tables.Table("Engines", columns, rows, notes)));
        return failed ? Quartet.FAILED : 0;
    }

    private static List<String> row(InstalledEngine engine, EngineInfo info) {
        return List.of(engine.name(), engine.title(), info.framework(), info.nativeLibrary(), info.device());
    }

    /** Runs the smallest job: one prediction on iris. */
    private static WorkerResult ask(InstalledEngine engine, Settings settings, OutputFolder output, Workers workers) {
        PreparedProject iris = PreparedProject.smallest(settings, output.work());
        Path log = output.logs().resolve(engine.name() + ".log");
        WorkerJob job = iris.job(engine.name(), List.of(Phase.COLD_START));
        WorkerFolder folder = new WorkerFolder(output.work().resolve(engine.name()));
        return workers.run(engine, job, folder, log, event -> {});
    }
}
