package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import quartet.datasets.Features.Tokens;
import quartet.datasets.Features.Values;

class FeaturesTest {
    /** Three images of one channel, one row and two columns. */
    private static final Values VALUES = new Values(new int[] {3, 1, 1, 2}, new float[] {1, 2, 3, 4, 5, 6});

    /** Three texts of two tokens. */
    private static final Tokens TOKENS = new Tokens(3, 2, new int[] {1, 2, 3, 4, 5, 0});

    @Test
    void selectsARangeOfRowNumbersInTheirOrder() {
        int[] rows = {0, 2, 2, 1};
        Values values = VALUES.select(rows, 1, 4);
        assertThat(values.shape()).containsExactly(3, 1, 1, 2);
        assertThat(values.data()).containsExactly(5, 6, 5, 6, 3, 4);
        Tokens tokens = TOKENS.select(rows, 1, 4);
        assertThat(tokens.rows()).isEqualTo(3);
        assertThat(tokens.ids()).containsExactly(5, 0, 5, 0, 3, 4);
    }

    @Test
    void selectsNoRows() {
        assertThat(VALUES.select(new int[0], 0, 0).shape()).containsExactly(0, 1, 1, 2);
        assertThat(TOKENS.select(new int[0], 0, 0).rows()).isZero();
    }

    @Test
    void aSliceIsACopyOfConsecutiveRows() {
        Values slice = VALUES.slice(1, 3).asValues();
        assertThat(slice.data()).containsExactly(3, 4, 5, 6);
        slice.data()[0] = 0;
        assertThat(VALUES.data()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(TOKENS.slice(0, 1).asTokens().ids()).containsExactly(1, 2);
    }

    @Test
    void theRowSizeIsTheProductOfAllDimensionsButTheFirst() {
        assertThat(VALUES.rowSize()).isEqualTo(2);
        assertThat(new Values(new int[] {1, 2, 3, 4}, new float[24]).rowSize()).isEqualTo(24);
    }

    @Test
    void refusesAConversionToTheOtherKind() {
        assertThatThrownBy(TOKENS::asValues)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Features: expected numbers, but were token ids");
        assertThatThrownBy(VALUES::asTokens)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Features: expected token ids, but were numbers");
    }

    @Test
    void refusesAShapeThatIsNotThatOfTheData() {
        assertThatThrownBy(() -> new Values(new int[] {2, 2}, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Features: expected a shape [rows, ...] of the size of the data, but was [2, 2] with 3"
                        + " numbers");
        assertThatThrownBy(() -> new Values(new int[] {3}, new float[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tokens(2, 2, new int[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Features: expected token ids [2, 2], but got 3 ids");
        assertThatThrownBy(() -> new Tokens(2, 0, new int[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
