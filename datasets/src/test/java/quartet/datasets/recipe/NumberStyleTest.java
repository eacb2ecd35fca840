package quartet.datasets.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTest {
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:[,' ]\\d{3})+(?:\\.\\d*)?");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {"1.234;1234", "12.345.678;12345678", "-1.234,5;-1234.5", "+123.456,;123456", "1'234,5;1234.5"})
    void readsGroupsOfThreeDigits(String text, double expected) {
        assertThat(NumberStyle.COMMA.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {"1.23", "1.2345", "1234.567", ".123", "1.234.5", "1.234.", "1.234,5,6", "1.234e5"})
    void rejectsOtherGroups(String text) {
        assertThat(NumberStyle.COMMA.parse(text)).isNaN();
    }

    @Test
    void agreesWithRegularExpressions() {
        Random random = new Random(1);
        int numbers = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(9); length > 0; length--) {
                text.append("00112233,.' +-e".charAt(random.nextInt(15)));
            }
            boolean plain = PLAIN.matcher(text).matches() && Double.isFinite(Double.parseDouble(text.toString()));
            boolean number = plain || GROUPED.matcher(text).matches();
            assertThat(Double.isNaN(NumberStyle.POINT.parse(text.toString())))
                    .as(text.toString())
                    .isEqualTo(!number);
            numbers += number ? 1 : 0;
        }
        assertThat(numbers).isGreaterThan(10_000);
    }
}
