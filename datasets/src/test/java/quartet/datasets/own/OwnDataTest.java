package quartet.datasets.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.datasets.DatasetException;
import quartet.datasets.Kind;
import quartet.datasets.recipe.DateCode;
import quartet.datasets.recipe.NumberStyle;

/** What is learned from the training rows, by hand; splits, weights and limits. */
class OwnDataTest {
    private final Path folder;

    OwnDataTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String file(String name, int rows, String header, IntFunction<String> row) throws IOException {
        String text = IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n"));
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static OwnSource source(String data, String test, String split, boolean weights) {
        return new OwnSource(data, "y", "", test, split, weights, 0);
    }

    @Test
    void aTestFileIsReadWithTheStatisticsOfTheTrainingFile() throws IOException {
        // Numbers 1 and 3 in turn: mean 2, deviation 1; three of ten miss the other column, whose median is 5.
        String[] z = {"", "4", "5", "", "5", "6", "5", "", "5", "5"};
        String train =
                file("train.csv", 10, "x,z,y", i -> (i % 2 == 0 ? 1 : 3) + "," + z[i] + "," + (i % 3 == 0 ? "a" : "b"));
        String test = file("test.csv", 3, "y,z,x", i -> (i == 2 ? "c" : "a") + ",," + (5 + i));
        OwnData own = OwnData.load(Kind.TABLE_CLASSES, source(train, test, "", false), 1);
        // The missing z becomes 5, the mean of its training values, and its indicator is 1; class c is unknown.
        assertThat(own.data().test().features().asValues().data()).containsExactly(3, 0, 1, 4, 0, 1);
        assertThat(own.data().test().targets().asClasses().labels()).containsExactly(0, 0);
        assertThat(own.report().notes())
                .contains("test set: left out: line 4: the class 'c' is not in the training set");
    }

    @Test
    void theLatestRowsAreTheTestSet() throws IOException {
        String data = file("data.csv", 20, "day,x,y", i -> (1 + i * 7 % 20) + ".1.2024," + i % 6 + "," + i);
        OwnData own = OwnData.load(Kind.TABLE_VALUES, source(data, "", "time:day", false), 1);
        float[] targets = own.data().test().targets().asValues().values();
        double[] days = new double[targets.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = 1 + Math.round(own.data().targetScale().unscale(targets[i])) * 7 % 20;
        }
        assertThat(days).containsExactlyInAnyOrder(17, 18, 19, 20);
    }

    @Test
    void aShareOfTrainingRows() throws IOException {
        String data = file("data.csv", 40, "x,y", i -> i % 6 + "," + i % 2);
        assertThat(OwnData.load(Kind.TABLE_CLASSES, source(data, "", "0.5", false), 1)
                        .data()
                        .train()
                        .rows())
                .isEqualTo(20);
        assertThat(OwnData.load(Kind.TABLE_CLASSES, source(data, "", "stratified", false), 1)
                        .data()
                        .train()
                        .rows())
                .isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "x", "time:", "time:nosuch", "time:y"})
    void anUnusableSplitIsRefused(String split) throws IOException {
        String data = file("data.csv", 40, "x,y", i -> i % 6 + "," + (i % 2 == 0 ? "a" : "b"));
        assertThatThrownBy(() -> OwnData.load(Kind.TABLE_CLASSES, source(data, "", split, false), 1))
                .isInstanceOf(DatasetException.class)
                .message()
                .hasLineCount(1)
                .contains("--split");
    }

    @Test
    void classWeightsRepeatRowsOfRareClasses() throws IOException {
        String data = file("data.csv", 100, "x,y", i -> i % 6 + "," + (i % 10 == 0 ? "b" : i == 5 ? "c" : "a"));
        OwnData own = OwnData.load(Kind.TABLE_CLASSES, source(data, "", "", true), 1);
        int[] counts = new int[3];
        Arrays.stream(own.data().train().targets().asClasses().labels()).forEach(label -> counts[label]++);
        // 89 rows of a, 10 of b, 1 of c; of them 71, 8 and 1 are training rows. A row stands at most 20 times.
        assertThat(counts).containsExactly(71, 70, 20);
    }

    @Test
    void dataThatDoesNotFitIntoMemoryIsRefusedWithTheHeapThatWouldDo() {
        long rows = 1_000_000;
        // Features twice, 2 * 100 * 4 bytes a row, and columns of 100 * 8 bytes: 1.6 GB, and a quarter more for the
        // rest.
        MemoryNeed.check("big.csv", rows, 100, rows * 100 * 8, 4L << 30);
        assertThatThrownBy(() -> MemoryNeed.check("big.csv", rows, 100, rows * 100 * 8, 1L << 30))
                .hasMessage("big.csv: 1,000,000 rows of 100 features need a heap of 1.9 GiB, but it has 1.0; set "
                        + "QUARTET_HEAP=2g");
        assertThatThrownBy(() -> MemoryNeed.check("big.csv", rows, 10_000, 0, 1L << 40))
                .hasMessageContaining("use fewer rows or columns");
    }

    @Test
    void datesBecomeDaysAndPositionsInTheirPeriods() {
        DateCode code = new DateCode("d", "uuuu-M-d", 0, 0, 100, true, true, true, true);
        float[] features = new float[code.width()];
        // 1970-04-01 12:00 is day 90.5, 90 days after New Year, a Wednesday, half a day after midnight.
        code.encode(90.5, features, 0);
        float[] expected = {
            0.905f,
            0,
            (float) Math.sin(2 * Math.PI * 90 / 365.25),
            (float) Math.cos(2 * Math.PI * 90 / 365.25),
            (float) Math.sin(2 * Math.PI * 2 / 7),
            (float) Math.cos(2 * Math.PI * 2 / 7),
            (float) Math.sin(Math.PI),
            -1
        };
        assertThat(features).containsExactly(expected, within(1e-6f));
    }

    @Test
    void numbersInBothStyles() {
        assertThat(NumberStyle.POINT.parse("-1,234,567.5e")).isNaN();
        assertThat(NumberStyle.POINT.parse("-1,234,567.5")).isEqualTo(-1234567.5);
        assertThat(NumberStyle.POINT.parse("1,23")).isNaN();
        assertThat(NumberStyle.POINT.parse("1e3")).isEqualTo(1000);
        assertThat(NumberStyle.COMMA.parse("1.234,5")).isEqualTo(1234.5);
        assertThat(NumberStyle.COMMA.parse("1234,5")).isEqualTo(1234.5);
        assertThat(NumberStyle.COMMA.parse("1.5")).isNaN();
        for (String text : new String[] {"", "e", "-", "Infinity", "NaN", "0x1p3", "12 apples", "1f", "2024-01-01"}) {
            assertThat(NumberStyle.POINT.parse(text)).as(text).isNaN();
        }
    }
}
