package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageIT {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --engines nosuch | unknown engine 'nosuch'; choose from scratch",
                "run --epochs 0 | --epochs: expected 1 or more, but was 0",
                "run --epochs x | Invalid value for option '--epochs'",
                "run --rounds 0 | --rounds: expected 1 or more, but was 0",
                "run --rounds few | --rounds: expected a number or auto, but was 'few'",
                "run --rounds auto --max-rounds 0 | --max-rounds: expected 1 or more, but was 0",
                "run --seeds 0 | --seeds: expected 1 or more, but was 0",
                "run --threads -1 | --threads: expected 1 or more, but was -1",
                "run --scale huge | --scale: expected smoke, default or full, but was 'huge'",
                "run --heap lots | --heap: expected a size such as 512m or 2g, but was lots",
                "run --timeout 0 | --timeout: expected 1 or more, but was 0",
                "run --dataset nosuch | unknown data set 'nosuch'; choose one of iris",
                "run cv --dataset iris | --dataset: 'iris' is not for project cv",
                "run nosuch | unknown project 'nosuch'; choose from classification, regression, cv, nlp",
                "run --out FILE/x | cannot be written",
                "run --out FOLDER | is not empty; choose a new or an empty folder",
                "run --out= | --out: expected a folder, but was ''",
                "run --nosuch | Unknown option: '--nosuch'",
                "run --data FILE --target y | --data: name one project, classification, regression, cv or nlp",
                "run classification --data FILE --target y | is empty; expected a header and rows",
                "run classification --data NOWHERE --target y | there is no file NOWHERE",
                "run classification --data FILE --dataset iris | --data and --dataset: name one of both",
                "run classification --target y | need --data",
                "run classification --data FILE --split half | --split: expected a share of training rows",
                "run cv --data NOWHERE --size 4 | --size: expected 8 to 256 pixels, but was 4",
                "run --layers 0 | --layers: expected widths of 1 or more, but was 0",
                "predict FOLDER --engine scratch --data FILE | has no saved networks",
                "nosuch | Unmatched argument",
                "report NOWHERE | there is no NOWHERE",
                "read nosuch | unknown project 'nosuch'; choose from classification, regression, cv, nlp",
                "example NoSuch scratch | unknown project 'NoSuch'; choose from classification, regression, cv, nlp",
                "read --out FOLDER | --out: expected a file, but was",
                "read --results NOWHERE | there is no NOWHERE",
                "read cv nlp | Unmatched argument",
            })
    void wrongUseGetsOneLineAndExitCode2(String arguments, String expected, @TempDir Path home) throws IOException {
        CommandLineKit kit = new CommandLineKit(home);
        Path file = Files.createFile(home.resolve("file"));
        String[] words = arguments
                .strip()
                .replace("FILE", file.toString())
                .replace("FOLDER", home.toString())
                .split(" ");
        CommandLineKit.Answer answer = kit.run(words);
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(2);
        assertThat(answer.err().strip().lines()).hasSize(1);
        assertThat(answer.err()).contains(expected.strip());
        assertThat(answer.out()).isEmpty();
    }
}
