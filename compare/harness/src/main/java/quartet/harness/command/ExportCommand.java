package quartet.harness.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.contract.experiment.Project;
import quartet.datasets.own.OwnSource;
import quartet.harness.export.ExportRequest;
import quartet.harness.export.ExportedProject;
import quartet.harness.export.Exporter;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;

/** Writes an example as a stand-alone Maven project. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes an example as a stand-alone Maven project with data, tests and a command line.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PROJECT", description = "classification, regression, cv or nlp.")
    private String project = "";

    @Parameters(index = "1", paramLabel = "ENGINE", description = "An engine; see: engines.")
    private String engine = "";

    @Parameters(index = "2", paramLabel = "DIR", description = "The folder of the new project; new or empty.")
    private Path folder = Path.of("");

    @Option(
            names = "--package",
            paramLabel = "NAME",
            defaultValue = "com.example",
            description = "The package of the classes (${DEFAULT-VALUE}).")
    private String packageName = "";

    @Option(
            names = "--fast",
            description =
                    "scratch: with kernels for the JDK's Vector API, which are many times faster and need some 40 classes "
                            + "more; without them, it computes in plain loops.")
    private boolean fast;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Override
    public Integer call() {
        Path home = CommonOptions.home();
        Project chosen = Project.named(project);
        InstalledEngine installed = InstalledEngines.scan(home).find(engine);
        OwnSource own = source.source();
        source.check(chosen);
        ExportedProject exported =
                Exporter.export(new ExportRequest(home, chosen, installed, folder, packageName, own, fast));
        System.out.println("wrote " + exported.mainClasses() + " classes and " + exported.testClasses()
                + " test classes to " + folder + "; build with: cd " + folder + " && mvn verify");
        return 0;
    }
}
