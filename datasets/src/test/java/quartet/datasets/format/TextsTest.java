package quartet.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.datasets.format.Texts.LabelledText;

class TextsTest {
    private static final Texts TEXTS = new Texts(List.of(
            new LabelledText("a", 0, "w"),
            new LabelledText("b", 0, "x"),
            new LabelledText("a", 1, "y"),
            new LabelledText("a", 0, "z")));

    @Test
    void aStratumIsAPairOfLabelAndSource() {
        assertThat(TEXTS.strata()).containsExactly(0, 1, 2, 0);
    }

    @Test
    void selectsRowsInTheGivenOrder() {
        Texts selected = TEXTS.select(new int[] {2, 0});
        assertThat(selected.rows()).extracting(LabelledText::text).containsExactly("y", "w");
        assertThat(selected.labels()).containsExactly(1, 0);
    }
}
