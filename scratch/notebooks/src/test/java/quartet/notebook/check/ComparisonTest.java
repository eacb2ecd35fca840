package quartet.notebook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quartet.notebook.format.Drawing;
import quartet.notebook.format.Output;

class ComparisonTest {
    private final Comparison comparison = new Comparison(1e-3);

    @Test
    void numbersMayDifferByTheToleranceAndOneUnitInTheLastPlace() {
        assertThat(printed("loss 1000.5 at 3", "loss  1001.4 at 3")).isEmpty();
        assertThat(printed("0.50", "0.51")).isEmpty();
        assertThat(printed("1.2e-7", "1.3e-7")).isEmpty();
        assertThat(printed("-0.000", "0.000")).isEmpty();
        assertThat(printed("0.50", "0.52")).isPresent();
        assertThat(printed("1.2e-7", "1.4e-7")).isPresent();
        assertThat(printed("3 errors", "4 errors"))
                .as("a whole number has no last decimal place")
                .isPresent();
        assertThat(printed("0.500", "-0.500")).isPresent();
    }

    @Test
    void wordsAndLinesMustBeEqual() {
        assertThat(printed("a 1", "b 1")).hasValue("printed line 1: expected \"a 1\", but was \"b 1\"");
        assertThat(printed("x1 = 2", "x2 = 2"))
                .as("a digit in a name is no number")
                .isPresent();
        assertThat(printed("a\nb\n", "a\n")).hasValue("printed: expected 2 lines, but was 1");
        assertThat(printed("1 2", "1 NaN")).isPresent();
        assertThat(comparison.difference(List.of(), List.of(new Output.Printed("stdout", "a"))))
                .hasValue("expected 0 outputs, but was 1");
    }

    @Test
    void aPlotIsComparedByItsNumbersOnly() {
        String data = "chart: c\nseries: s\nx: 0 1 2\ny: 1000 0.1 5\n";
        assertThat(plot(data, data.replace("0.1", "0.9")))
                .as("small beside 1000")
                .isEmpty();
        assertThat(plot(data, data.replace("0.1", "1.9"))).hasValue("plot, s, y value 2: expected 0.1, but was 1.9");
        assertThat(plot(data, data.replace("c", "d"))).isPresent();
        assertThat(plot(data, data.replace(" 5", ""))).isPresent();
    }

    private Optional<String> printed(String stored, String fresh) {
        return comparison.difference(
                List.of(new Output.Printed("stdout", stored)), List.of(new Output.Printed("stdout", fresh)));
    }

    private Optional<String> plot(String stored, String fresh) {
        return comparison.difference(List.of(picture("one", stored)), List.of(picture("two", fresh)));
    }

    private static Output picture(String png, String data) {
        return new Output.Value("chart", Optional.of(new Drawing(png, "", data)));
    }
}
