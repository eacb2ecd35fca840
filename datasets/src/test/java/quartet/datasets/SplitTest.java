package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Property
    void everyRowIsInOneSetAndTheProportionsOfLabelsArePreserved(
            @ForAll @Size(min = 2, max = 60) int[] seeds, @ForAll @IntRange(min = 1, max = 9) int tenths) {
        int[] labels = Arrays.stream(seeds).map(seed -> Math.floorMod(seed, 2)).toArray();
        if (Arrays.stream(labels).distinct().count() == labels.length) {
            labels[0] = labels[1];
        }
        Split split = Split.stratified(labels, tenths / 10.0, 7);
        assertThat(IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
                        .sorted()
                        .toArray())
                .isEqualTo(IntStream.range(0, labels.length).toArray());
        for (int label = 0; label < 2; label++) {
            int current = label;
            long count = Arrays.stream(labels).filter(l -> l == current).count();
            long testRows = Arrays.stream(split.test())
                    .filter(row -> labels[row] == current)
                    .count();
            long expected = count < 2 ? 0 : Math.max(1, Math.min(count - 1, Math.round(count * tenths / 10.0)));
            assertThat(testRows).isEqualTo(expected);
        }
    }

    @Test
    void theFirstRowsAreTheTrainingSet() {
        Split split = Split.first(5, 3);
        assertThat(split.train()).containsExactly(0, 1, 2);
        assertThat(split.test()).containsExactly(3, 4);
    }

    @Test
    void isDeterministicForAGivenSeed() {
        assertThat(Split.random(100, 0.2, 1).test())
                .isEqualTo(Split.random(100, 0.2, 1).test());
        assertThat(Split.random(100, 0.2, 1).test())
                .isNotEqualTo(Split.random(100, 0.2, 2).test());
    }

    @Test
    void requiresRowsInBothSets() {
        assertThatThrownBy(() -> Split.first(5, 5))
                .isInstanceOf(DatasetException.class)
                .hasMessage("expected 1 to 4 training rows of 5, but was 5");
        assertThatThrownBy(() -> Split.first(5, 0)).isInstanceOf(DatasetException.class);
        assertThatThrownBy(() -> Split.random(1, 0.5, 1))
                .isInstanceOf(DatasetException.class)
                .hasMessage("expected at least 2 rows of the same class to split, but found 1 in all");
        assertThatThrownBy(() -> Split.stratified(new int[] {0, 1, 2}, 0.5, 1)).isInstanceOf(DatasetException.class);
    }
}
