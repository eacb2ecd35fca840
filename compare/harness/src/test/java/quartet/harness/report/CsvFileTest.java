package quartet.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.harness.results.SampleResults;

class CsvFileTest {
    private static List<String> lines(String failure) {
        String csv = CsvFile.of(SampleResults.of(failure).summary());
        assertThat(csv).endsWith("\r\n");
        return List.of(csv.split("\r\n"));
    }

    @Test
    void hasALineForEachEngine() {
        List<String> lines = lines("exit code 3");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("project,dataset,engine,status,reason,rounds,trainSeconds");
        assertThat(lines.get(1))
                .startsWith("classification,iris,scratch,ok,,2,2.0,0.25,10.0,20.0,3000.0,0.5,123000000,ok,1.0,");
        assertThat(lines.get(1)).endsWith(",tie,0.9,0.5,,,,strict,,4.0,2.0,5000000.0,,,");
        assertThat(lines.get(2))
                .isEqualTo("classification,iris,broken,failed,exit code 3,0,,,,,,,,,,,,,,,,,,strict,,,,,,,");
    }

    @Test
    void quotesSeparatorsAndQuotes() {
        assertThat(lines("expected [1, 2], but was \"x\"").get(2))
                .startsWith("classification,iris,broken,failed,\"expected [1, 2], but was \"\"x\"\"\",0,");
    }
}
