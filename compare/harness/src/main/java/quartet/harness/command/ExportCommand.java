package quartet.harness.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.contract.experiment.Project;
import quartet.datasets.own.OwnSource;
import quartet.harness.UsageException;
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
            names = "--data",
            paramLabel = "FILE|FOLDER",
            defaultValue = "",
            description =
                    "Own data for the project: a table, texts, or a folder with a subfolder of images for each class.")
    private String data = "";

    @Option(names = "--target", paramLabel = "COLUMN", defaultValue = "", description = "The column to predict.")
    private String target = "";

    @Option(names = "--text", paramLabel = "COLUMN", defaultValue = "", description = "nlp: the column with the text.")
    private String text = "";

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "0",
            description = "cv: height and width to which images are scaled; 32 by default.")
    private int size;

    @Override
    public Integer call() {
        Path home = CommonOptions.home();
        Project chosen = Project.named(project);
        InstalledEngine installed = InstalledEngines.scan(home).find(engine);
        OwnSource own = new OwnSource(data, target, text, "", "", false, size);
        if (!own.isPresent() && !own.equals(OwnSource.NONE)) {
            throw new UsageException("--target, --text and --size need --data");
        }
        ExportedProject exported =
                Exporter.export(new ExportRequest(home, chosen, installed, folder, packageName, own));
        System.out.println("wrote " + exported.mainClasses() + " classes and " + exported.testClasses()
                + " test classes to " + folder + "; build with: cd " + folder + " && mvn verify");
        return 0;
    }
}
