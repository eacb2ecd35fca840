package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    static List<CatalogueEntry> entries() {
        return Catalogue.get().entries();
    }

    @Test
    void namesAreUnique() {
        assertThat(entries()).extracting(CatalogueEntry::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasAShippedDataSet(Kind kind) {
        assertThat(Datasets.ofKind(kind))
                .allMatch(entry -> entry.kind() == kind)
                .anyMatch(CatalogueEntry::shipped);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryIsComplete(CatalogueEntry entry) {
        assertThat(entry.name()).matches("[a-z0-9-]+");
        assertThat(List.of(entry.title(), entry.origin(), entry.changes(), entry.licence(), entry.citation()))
                .allMatch(text -> !text.isBlank());
        assertThat(entry.files()).isNotEmpty().allMatch(file -> file.sha256().matches("[0-9a-f]{64}"));
        assertThat(entry.rows()).isPositive();
        assertThat(entry.sources().isEmpty()).isEqualTo(entry.shipped());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyFileHasItsSize(CatalogueEntry entry) {
        assertThat(entry.files()).allMatch(file -> file.bytes() > 0);
        if (entry.shipped()) {
            assertThat(entry.files()).allSatisfy(file -> assertThat(DatasetFiles.verified(entry, file))
                    .hasSize((int) file.bytes()));
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEncryptedSourceComesBeforeAPlainOne(CatalogueEntry entry) {
        List<String> addresses = entry.sources().stream()
                .map(CatalogueEntry.FetchSource::location)
                .filter(location -> location.startsWith("http"))
                .toList();
        if (!addresses.isEmpty()) {
            assertThat(addresses.get(0)).startsWith("https://");
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void classesTargetAndSplitSuitTheKind(CatalogueEntry entry) {
        boolean table = entry.kind() == Kind.TABLE_CLASSES || entry.kind() == Kind.TABLE_VALUES;
        assertThat(entry.target().isEmpty()).isEqualTo(!table);
        assertThat(entry.classes() == 0).isEqualTo(entry.kind() == Kind.TABLE_VALUES);
        assertThat(entry.classNames()).hasSize(table ? 0 : entry.classes());
        assertThat(List.of("first", "random", "stratified", "files"))
                .contains(entry.split().by());
    }
}
