package quartet.harness.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import quartet.harness.report.ResultFiles;
import quartet.harness.report.Results;

/** Writes the report anew. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Rebuilds the report and the tables of a comparison from its results.json.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder with results.json.")
    private Path folder = Path.of(".");

    @Override
    public Integer call() {
        Results results = ResultFiles.read(folder);
        ResultFiles.writeDerived(folder, results);
        RunCommand.print(results, folder);
        return 0;
    }
}
