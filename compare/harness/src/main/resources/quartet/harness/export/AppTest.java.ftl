package ${examples};

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
<#if kind == "images">
import java.util.List;
import java.util.stream.Stream;
</#if>
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests the three commands on the data of the project. */
class AppTest {

    @Test
    void trainsEvaluatesAndPredicts(@TempDir Path folder) throws Exception {
        String model = folder.resolve("model").toString();

        assertThat(output("train", "--model", model, "--epochs", "2")).contains("the model is in " + model);
        assertThat(output("evaluate", "--model", model)).startsWith("<#if kind == "values">RMSE <#else>accuracy </#if>");
<#if kind == "images">
        String image;
        try (Stream<Path> files = Files.walk(Path.of("data/test"))) {
            image = files.filter(Files::isRegularFile).findFirst().orElseThrow().toString();
        }
        String predictions = output("predict", image, "--model", model);
        assertThat(predictions.lines()).hasSize(2);
<#else>
        String predictions = output("predict", "data/test.csv", "--model", model);
        assertThat(predictions.lines()).hasSize(${testRows} + 1);
</#if>
        assertThat(predictions).startsWith("<#if kind == "images">file,</#if>prediction");
    }

    @Test
    void reportsBadInputInOneLine(@TempDir Path folder) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            assertThat(App.run("evaluate", "--model", folder.resolve("absent").toString())).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(errors.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    private static String output(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            assertThat(App.run(arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
