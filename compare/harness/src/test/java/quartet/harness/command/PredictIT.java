package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.contract.Tensor;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scores;
import quartet.contract.experiment.Softmax;
import quartet.datasets.TargetScale;
import quartet.datasets.recipe.Recipe;
import quartet.datasets.recipe.TableRecipe;
import quartet.harness.model.ModelFolder;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;

/**
 * {@code predict}, in a new JVM and from raw rows, writes what the run scored, to the last digit: all four projects.
 *
 * <p>A build tests the engine {@code scratch}. {@code -Dquartet.predict=all} tests all engines, and a list such as {@code
 * -Dquartet.predict=dl4j,djl-pytorch} tests some.
 */
class PredictIT {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    private final Path folder;
    private final Path run;

    PredictIT(@TempDir Path folder) {
        this.folder = folder;
        run = folder.resolve("run");
    }

    static List<String> engines() {
        String chosen = System.getProperty("quartet.predict", "scratch");
        return chosen.equals("all")
                ? InstalledEngines.scan(HOME).select(List.of()).stream()
                        .map(InstalledEngine::name)
                        .toList()
                : List.of(chosen.split(","));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void repeatsWhatTheRunScored(String engine) throws IOException, InterruptedException {
        quartet(
                "run",
                "--engines",
                engine,
                "--scale",
                "smoke",
                "--epochs",
                "1",
                "--batch",
                "8",
                "--out",
                run.toString());
        for (Project project : Project.values()) {
            Path rows = RawTestRows.write(project, folder.resolve(project.title()));
            Path predictions = folder.resolve(project.title() + ".csv");
            quartet(
                    "predict",
                    run.toString(),
                    "--project",
                    project.title(),
                    "--engine",
                    engine,
                    "--data",
                    rows.toString(),
                    "--out",
                    predictions.toString());
            assertThat(read(predictions))
                    .as(engine + " " + project.title())
                    .isEqualTo(scored(ModelFolder.find(run, project.title(), engine)));
        }
    }

    private void quartet(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dquartet.home=" + HOME,
                Quartet.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        } finally {
            process.destroy();
        }
    }

    /** The prediction and the probabilities in each row of a file; the first cell tells where the row stands. */
    private static List<List<String>> read(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file)) {
            return format.parse(reader).stream()
                    .map(CSVRecord::toList)
                    .map(cells -> cells.subList(1, cells.size()))
                    .toList();
        }
    }

    /** The same from what the run stored: the outputs of the network that it computed the scores from. */
    private static List<List<String>> scored(ModelFolder saved) {
        Tensor outputs = saved.testPredictions();
        Recipe recipe = saved.network().recipe();
        int[] classes = Scores.argmax(outputs);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < outputs.dimension(0); row++) {
            List<String> cells = new ArrayList<>();
            if (recipe.classes().isEmpty()) {
                TableRecipe table = (TableRecipe) recipe;
                TargetScale scale = new TargetScale(table.targetMean(), table.targetDeviation());
                cells.add(Double.toString(scale.unscale(outputs.data()[row])));
            } else {
                cells.add(recipe.classes().get(classes[row]));
                Arrays.stream(Softmax.row(outputs, row))
                        .mapToObj(Double::toString)
                        .forEach(cells::add);
            }
            rows.add(cells);
        }
        return rows;
    }
}
