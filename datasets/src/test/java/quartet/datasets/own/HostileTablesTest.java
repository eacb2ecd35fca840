package quartet.datasets.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.datasets.DatasetException;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.own.HostileTables.Hostile;
import quartet.datasets.rows.ReadRows;
import quartet.datasets.rows.RowReader;

/** Tables that nobody prepared work, or are refused with one line that helps. */
class HostileTablesTest {
    static List<Hostile> all() {
        return HostileTables.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void worksOrIsRefusedWithOneLineThatHelps(Hostile hostile, @TempDir Path folder) throws IOException {
        String target = hostile.name().equals("no header") ? "column3" : "y";
        OwnSource source = new OwnSource(HostileTables.write(folder, hostile).toString(), target, "", "", "", false, 0);
        if (hostile.width() == 0) {
            assertThatThrownBy(() -> OwnData.load(hostile.kind(), source, 42))
                    .isInstanceOf(DatasetException.class)
                    .message()
                    .hasLineCount(1)
                    .contains(hostile.expected());
            return;
        }
        OwnData own = OwnData.load(hostile.kind(), source, 42);
        for (Examples examples : List.of(own.data().train(), own.data().test())) {
            assertThat(examples.rows()).isPositive();
            assertThat(examples.features().asValues().rowSize()).as(text(own)).isEqualTo(hostile.width());
            for (float value : examples.features().asValues().data()) {
                assertThat(Float.isFinite(value)).isTrue();
            }
        }
        assertThat(text(own)).contains(hostile.expected());
        assertRawRowsGetTheSameFeatures(own, source);
    }

    /** A program that reads the file by the recipe gets every test row, bit for bit. */
    private static void assertRawRowsGetTheSameFeatures(OwnData own, OwnSource source) {
        ReadRows raw = RowReader.read(own.recipe(), Path.of(source.data()));
        Set<Integer> rows = hashes(raw.features().asValues());
        assertThat(rows)
                .containsAll(hashes(own.data().test().features().asValues()))
                .hasSizeGreaterThan(1);
    }

    private static Set<Integer> hashes(Features.Values values) {
        int width = values.rowSize();
        return IntStream.range(0, values.rows())
                .mapToObj(row -> Arrays.hashCode(Arrays.copyOfRange(values.data(), row * width, (row + 1) * width)))
                .collect(Collectors.toSet());
    }

    /** The report as the harness prints it, more or less. */
    static String text(OwnData own) {
        DataReport report = own.report();
        return Stream.of(
                        Stream.of(report.title()),
                        report.columns().stream().map(cells -> String.join("|", cells)),
                        report.notes().stream(),
                        report.warnings().stream().map(warning -> "! " + warning))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
