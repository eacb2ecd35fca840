package quartet.harness.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values from the formats' definitions: IEEE 754 binary16, and the upper half of binary32. */
class HalfFormatTest {
    @Test
    void roundsToTheNearestAndTiesToEven() {
        assertThat(HalfFormat.FLOAT16.round(1 + 0x1p-11)).isEqualTo(1);
        assertThat(HalfFormat.FLOAT16.round(1 + 0x3p-11)).isEqualTo(1 + 0x1p-9);
        assertThat(HalfFormat.FLOAT16.round(-0.1)).isEqualTo(-0.0999755859375);
        assertThat(HalfFormat.BFLOAT16.round(1 + 0x1p-8)).isEqualTo(1);
        assertThat(HalfFormat.BFLOAT16.round(Math.PI)).isEqualTo(3.140625);
    }

    @Test
    void smallNumbersOfFloat16AreMultiplesOfTheSmallest() {
        assertThat(HalfFormat.FLOAT16.round(0x1.8p-25)).isEqualTo(0x1p-24);
        assertThat(HalfFormat.FLOAT16.round(0x1p-26)).isZero();
        assertThat(HalfFormat.BFLOAT16.round(0x1p-26)).isEqualTo(0x1p-26);
    }

    @Test
    void fewNumbersOrZerosTellNothing() {
        assertThat(HalfFormat.FLOAT16.holds(new float[] {1, 2, 3})).isFalse();
        assertThat(HalfFormat.FLOAT16.holds(new float[100])).isFalse();
        assertThat(HalfFormat.FLOAT16.holds(new float[] {1, 2, 3, 4, 5, 6, 7, 0.5f}))
                .isTrue();
        assertThat(HalfFormat.FLOAT16.holds(new float[] {1, 2, 3, 4, 5, 6, 7, 0.1f}))
                .isFalse();
    }
}
