package quartet.datasets.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class CsvReaderTest {
    private static Table read(String text) throws MalformedDataException {
        return CsvReader.read("t.csv", text.getBytes(UTF_8));
    }

    @Test
    void aColumnIsNumericIfAllItsValuesAreNumbersOrMissing() throws MalformedDataException {
        Table table = read("number,text,mixed\n1,a,2\n?,b,x\n-2.5e3,,3\n");
        assertThat(table.columnNames()).containsExactly("number", "text", "mixed");
        assertThat(table.types()).containsExactly(ColumnType.DOUBLE, ColumnType.STRING, ColumnType.STRING);
        assertThat(table.doubleColumn("number").asDoubleArray()).containsExactly(1, Double.NaN, -2500);
        assertThat(table.column("text").isMissing().toArray()).containsExactly(2);
    }

    @Test
    void everyIndicatorOfAMissingValueIsMissing() throws MalformedDataException {
        Table table = read("x,y\n1,a\n,a\n?,a\nNA,a\nNaN,a\nnan,a\nnull,a\n");
        assertThat(table.column("x").countMissing()).isEqualTo(6);
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstName() throws MalformedDataException {
        assertThat(read("\uFEFFx,y\n1,2\n").columnNames()).containsExactly("x", "y");
    }

    @Test
    void quotesProtectCommas() throws MalformedDataException {
        assertThat(read("x,y\n\"a, b\",2\n").stringColumn("x").get(0)).isEqualTo("a, b");
    }

    @Test
    void refusesWhatIsNotATable() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("'t.csv' is empty; expected a table of comma-separated values");
        assertThatThrownBy(() -> read("a,b\n1\n1,2,3\n"))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("'t.csv' is not a table of comma-separated values: ");
        assertThatThrownBy(() -> CsvReader.read("t.csv", new byte[] {'x', '\n', (byte) 0xe9}))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("'t.csv' is not UTF-8: byte 2, line 2");
    }
}
