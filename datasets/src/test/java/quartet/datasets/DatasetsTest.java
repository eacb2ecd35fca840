package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetsTest {
    static List<CatalogueEntry> shipped() {
        return Catalogue.get().entries().stream()
                .filter(CatalogueEntry::shipped)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedDataSetMatchesItsCatalogueEntry(CatalogueEntry entry) {
        Datasets.verify(entry.name());
        PreparedData data = Datasets.load(entry.name(), 42);
        assertThat(data.train().rows() + data.test().rows()).isEqualTo(entry.rows());
        assertThat(data.classes()).hasSize(entry.classes());
        assertThat(data.kind()).isEqualTo(entry.kind());
        if (data.train().features() instanceof Features.Values values) {
            double sum = 0;
            boolean limited = false;
            for (float value : values.data()) {
                // The sum reveals NaN and infinities, and is much faster than an assertion for each number.
                sum += value;
                limited |= Math.abs(value) == Standardizer.LIMIT;
            }
            assertThat(Math.abs(sum / values.data().length)).isLessThan(limited ? 0.01 : 1e-5);
        }
    }

    @Test
    void letterRecognitionHasTheSplitOfItsSource() {
        PreparedData data = Datasets.load("letter-recognition", 42);
        assertThat(data.train().rows()).isEqualTo(16_000);
        assertThat(data.test().rows()).isEqualTo(4_000);
        // The first row of the file is a T.
        assertThat(data.train().targets().asClasses().labels()[0]).isEqualTo('T' - 'A');
    }

    @Test
    void anUnknownNameIsAnErrorThatListsTheKnownNames() {
        assertThatThrownBy(() -> Datasets.load("nosuch", 1))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("unknown data set 'nosuch'; choose one of iris, wdbc,");
    }
}
