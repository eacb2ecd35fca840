package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.Tensor;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.datasets.own.OwnSource;
import quartet.datasets.rows.ReadRows;
import quartet.datasets.rows.RowReader;
import quartet.harness.Division;
import quartet.harness.OwnRun;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.data.DataProfile;
import quartet.harness.data.LoadedData;
import quartet.harness.model.ModelFolder;
import quartet.harness.predict.RowPredictions;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.Results;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.InstalledEngines;

/** A comparison on own data in one process, and predictions of the network that it keeps for the same raw rows. */
class OwnRunTest implements Progress {
    private final Path home;

    OwnRunTest(@TempDir Path home) throws IOException {
        this.home = home;
        Path folder = Files.createDirectories(home.resolve("scratch/target/engine"));
        Files.writeString(folder.resolve("engine.properties"), "name=scratch\ntitle=Scratch\njar=x.jar\n");
        Files.writeString(folder.resolve("classpath"), "");
    }

    /** The training set is so large that the baseline needs few epochs. */
    private String table(String name, String header, IntFunction<String> row) throws IOException {
        String text = IntStream.range(0, name.startsWith("train") ? 640 : 40)
                .mapToObj(row)
                .collect(Collectors.joining("\n", header + "\n", "\n"));
        return Files.writeString(home.resolve(name), text).toString();
    }

    /** Runs the comparison, then predicts the raw test rows with the network that was kept. */
    private void runAndPredict(Project project, OwnSource source) throws BadAnswerException {
        Settings settings = new Settings(
                        List.of(project),
                        List.of("scratch"),
                        Scale.SMOKE,
                        "",
                        2,
                        1,
                        1,
                        42,
                        60,
                        "1g",
                        List.of(Division.STRICT),
                        0,
                        1)
                .on(List.of(project), new OwnRun(source, project == Project.CV ? List.of(2, 3, 4) : List.of(5), 0.01));
        Results.Environment environment =
                new Results.Environment("now", "os", "cpu", 1, 1, 1, "17", List.of(), List.of());
        InstalledEngines installed = InstalledEngines.scan(home);
        Path out = home.resolve("out");
        try (OutputFolder output = OutputFolder.create(out)) {
            Results results = new Comparison(
                            settings,
                            new LoadedData(settings),
                            installed,
                            output,
                            new LocalWorkers(),
                            this,
                            environment,
                            EarlierRun.none())
                    .run();
            assertThat(results.runs()).extracting(Results.Run::reason).containsExactly("");
            assertThat(results.runs()).extracting(Results.Run::status).containsExactly(Status.OK);
            assertThat(results.settings().own()).isEqualTo(settings.own());
            assertThat(results.ownData()).extracting(DataProfile::project).containsExactly(project.title());
            assertThat(results.ownData().get(0).notes()).anyMatch(note -> note.contains(" test "));
            assertThat(ResultFiles.read(out).ownData()).isEqualTo(results.ownData());
            assertThat(out.resolve("report.md"))
                    .content()
                    .contains(
                            "## Own data of " + project.title(),
                            results.ownData().get(0).title());
            assertThat(results.runs().get(0).scores())
                    .containsKey(project == Project.REGRESSION ? "rmse" : "balancedAccuracy");
        }
        ModelFolder saved = ModelFolder.find(out, "", "scratch");
        ReadRows rows = RowReader.read(saved.network().recipe(), Path.of(source.test()));
        assertThat(rows.problems()).isEmpty();
        Tensor predictions = new RowPredictions(
                        installed.find("scratch"), new LocalWorkers(), 1, home.resolve("predict"))
                .predict(saved, rows.features());
        assertThat(predictions).isEqualTo(saved.testPredictions());
    }

    @Test
    void tablesWithClasses() throws IOException, BadAnswerException {
        IntFunction<String> row = i -> i % 7 + ";" + (i % 3 == 0 ? "red" : "blue") + ";" + (i % 7 > 3 ? "yes" : "no");
        String train = table("train.csv", "x;c;y", row);
        String test = table("test.csv", "c;y;x", i -> row.apply(i + 2).replaceFirst("(.*);(.*);(.*)", "$2;$3;$1"));
        runAndPredict(Project.CLASSIFICATION, new OwnSource(train, "y", "", test, "", true, 0));
    }

    @Test
    void tablesWithNumbers() throws IOException, BadAnswerException {
        IntFunction<String> row = i -> i % 7 + "," + (i % 5 == 0 ? "NA" : i % 4) + "," + (i % 7 * 3.5 + i % 2);
        OwnSource source =
                new OwnSource(table("train.csv", "x,z,y", row), "y", "", table("test.csv", "x,z,y", row), "", false, 0);
        runAndPredict(Project.REGRESSION, source);
    }

    @Test
    void texts() throws IOException, BadAnswerException {
        IntFunction<String> row = i -> (i % 2 == 0 ? "a,good word " : "b,bad word ") + i % 5;
        OwnSource source = new OwnSource(
                table("train.csv", "y,body", row), "y", "body", table("test.csv", "y,body", row), "", false, 0);
        runAndPredict(Project.NLP, source);
    }

    @Test
    void images() throws IOException, BadAnswerException {
        for (int i = 0; i < 340; i++) {
            BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < 64; pixel++) {
                int level = (i * 31 + pixel * 17) % 200;
                image.setRGB(pixel % 8, pixel / 8, i % 2 == 0 ? level << 16 | 50 : level << 8);
            }
            Path file =
                    home.resolve((i < 320 ? "train/" : "test/") + (i % 2 == 0 ? "red" : "green") + "/" + i + ".png");
            Files.createDirectories(file.resolveSibling("."));
            ImageIO.write(image, "png", file.toFile());
        }
        String train = home.resolve("train").toString();
        runAndPredict(
                Project.CV, new OwnSource(train, "", "", home.resolve("test").toString(), "", false, 8));
    }

    @Override
    public void begin(String step) {}

    @Override
    public void detail(String text, double fraction) {}

    @Override
    public void end(String result) {}

    @Override
    public void failed(String reason) {}
}
