package quartet.harness.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.contract.Tensor;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.datasets.recipe.Recipe;
import quartet.datasets.rows.ReadRows;
import quartet.datasets.rows.RowReader;
import quartet.harness.Division;
import quartet.harness.Printable;
import quartet.harness.Settings;
import quartet.harness.UsageException;
import quartet.harness.model.ModelFolder;
import quartet.harness.predict.PredictionFile;
import quartet.harness.predict.RowPredictions;
import quartet.harness.process.Guardian;
import quartet.harness.run.OutputFolder;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.ForkedWorkers;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;

/** Predicts raw rows with a network that an earlier run saved. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description =
                "Predicts raw rows with a saved network of a run, in a new JVM. A row that cannot be read is named, "
                        + "and the others are predicted.")
final class PredictCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Option(names = "--engine", required = true, paramLabel = "ENGINE", description = "The engine of the network.")
    private String engine = "";

    @Option(
            names = "--project",
            defaultValue = "",
            paramLabel = "PROJECT",
            description = "The project of the network, if the run has several.")
    private String project = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE|FOLDER",
            description = "Raw rows: a file with the columns of the training data, or a folder of images.")
    private Path data = Path.of("");

    @Option(
            names = "--out",
            defaultValue = "",
            paramLabel = "FILE",
            description = "The CSV file to write; standard output by default.")
    private String out = "";

    @Option(names = "--threads", defaultValue = "1", description = "Threads of the engine (${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(
            names = "--heap",
            defaultValue = "2g",
            paramLabel = "SIZE",
            description = "Maximum heap of the engine's JVM (${DEFAULT-VALUE}).")
    private String heap = "2g";

    @Override
    public Integer call() {
        if (!out.isEmpty()) {
            CommonOptions.outputFile("--out", Path.of(out));
        }
        InstalledEngine installed = InstalledEngines.scan(CommonOptions.home()).find(engine);
        ModelFolder saved = ModelFolder.find(run, project, engine);
        Recipe recipe = saved.network().recipe();
        ReadRows rows = RowReader.read(recipe, data);
        Tensor predictions = predictions(installed, saved, rows);
        write(recipe, rows, predictions);
        rows.problems().forEach(problem -> System.err.println(Printable.line(data + ", " + problem)));
        int left = rows.problems().size();
        System.err.println(rows.places().size() + " rows predicted" + (left == 0 ? "" : ", " + left + " left out"));
        return left == 0 ? 0 : Quartet.FAILED;
    }

    private Tensor predictions(InstalledEngine installed, ModelFolder saved, ReadRows rows) {
        Settings settings = new Settings(
                List.of(Project.named(saved.network().project())),
                List.of(engine),
                Scale.DEFAULT,
                "",
                0,
                1,
                threads,
                Experiment.SEED,
                Integer.MAX_VALUE / 1000,
                heap,
                List.of(Division.STRICT),
                0,
                1);
        try (OutputFolder output = OutputFolder.temporary();
                Guardian guardian = Guardian.start(output.temporaries())) {
            return new RowPredictions(installed, new ForkedWorkers(settings, guardian), threads, output.work())
                    .predict(saved, rows.features());
        } catch (BadAnswerException e) {
            throw new UsageException(engine + " cannot predict: " + e.getMessage(), e);
        }
    }

    /** Writes the predictions. The file is either complete or absent. */
    private void write(Recipe recipe, ReadRows rows, Tensor predictions) {
        if (out.isEmpty()) {
            PredictionFile.write(new PrintWriter(System.out, false, StandardCharsets.UTF_8), recipe, rows, predictions);
            return;
        }
        Path file = Path.of(out).toAbsolutePath();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(part)) {
                PredictionFile.write(writer, recipe, rows, predictions);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("--out: " + out + " cannot be written: " + e.getMessage(), e);
        }
    }
}
