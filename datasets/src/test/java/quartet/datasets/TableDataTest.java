package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import quartet.datasets.CatalogueEntry.SplitRule;
import quartet.datasets.format.CsvReader;
import quartet.datasets.format.MalformedDataException;
import tech.tablesaw.api.Table;

class TableDataTest {
    private static final SplitRule FIRST_TWO = new SplitRule("first", 2, 0);

    private static PreparedData prepare(Kind kind, String csv, String target, SplitRule rule) {
        try {
            Table table = CsvReader.read("mine.csv", csv.getBytes(StandardCharsets.UTF_8));
            return TableData.prepare("mine", kind, table, target, rule, 1).data();
        } catch (MalformedDataException e) {
            throw new IllegalStateException("the test's own table is well-formed", e);
        }
    }

    @Test
    void standardizesWithTheTrainingRowsOnly() {
        PreparedData data = prepare(Kind.TABLE_CLASSES, "x,y\n1,a\n3,b\n7,a\n", "y", FIRST_TWO);
        // Training rows 1 and 3: mean 2, population deviation 1.
        assertThat(data.train().features().asValues().data()).containsExactly(-1, 1);
        assertThat(data.test().features().asValues().data()).containsExactly(5);
    }

    @Test
    void oneHotEncodesTrainingCategoriesAndMapsUnknownOnesToZeros() {
        PreparedData data = prepare(Kind.TABLE_CLASSES, "c,y\nred,a\nblue,b\ngreen,a\n,b\n", "y", FIRST_TWO);
        assertThat(data.train().features().asValues().data()).containsExactly(0, 1, 1, 0);
        assertThat(data.test().features().asValues().data()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aMissingNumberBecomesTheTrainingMean() {
        PreparedData data = prepare(Kind.TABLE_CLASSES, "x,y\n1,a\n3,b\n?,a\n", "y", FIRST_TWO);
        assertThat(data.test().features().asValues().data()).containsExactly(0);
    }

    @Test
    void clipsOutliersToTenDeviations() {
        PreparedData data = prepare(Kind.TABLE_CLASSES, "x,y\n1,a\n3,b\n1000,a\n-1000,b\n", "y", FIRST_TWO);
        assertThat(data.test().features().asValues().data()).containsExactly(10, -10);
    }

    @Test
    void aConstantColumnBecomesZero() {
        PreparedData data = prepare(Kind.TABLE_CLASSES, "x,y\n0.1,a\n0.1,b\n0.1,a\n", "y", FIRST_TWO);
        assertThat(data.train().features().asValues().data()).containsExactly(0, 0);
    }

    @Test
    void scalesAndUnscalesTheTargetOfARegression() {
        PreparedData data = prepare(Kind.TABLE_VALUES, "x,y\n1,10\n2,30\n3,50\n", "y", FIRST_TWO);
        assertThat(data.train().targets().asValues().values()).containsExactly(-1, 1);
        float[] test = data.test().targets().asValues().values();
        assertThat(data.targetScale().unscale(test[0])).isCloseTo(50, within(1e-5));
    }

    @Test
    void dropsRowsWithoutATarget() {
        PreparedData data = prepare(Kind.TABLE_CLASSES, "x,y\n1,a\n2,\n3,b\n5,a\n", "y", FIRST_TWO);
        assertThat(data.train().rows() + data.test().rows()).isEqualTo(3);
        assertThat(data.classes()).containsExactly("a", "b");
    }

    @Test
    void refusesUnsuitableTables() {
        assertThatThrownBy(() -> prepare(Kind.TABLE_CLASSES, "x,y\n1,a\n", "z", FIRST_TWO))
                .isInstanceOf(DatasetException.class)
                .hasMessage("'mine' has no column 'z'; its columns are x, y");
        assertThatThrownBy(() -> prepare(Kind.TABLE_VALUES, "x,y\n1,a\n2,b\n3,c\n", "y", FIRST_TWO))
                .hasMessage("'mine': expected numbers in column 'y', but found text");
        assertThatThrownBy(() -> prepare(Kind.TABLE_CLASSES, "y\na\nb\nb\n", "y", FIRST_TWO))
                .hasMessage("'mine' has no column besides the target 'y'");
        assertThatThrownBy(() -> prepare(Kind.TABLE_CLASSES, "x,y\n1,a\n", "y", FIRST_TWO))
                .hasMessageContaining("expected at least 2");
    }
}
