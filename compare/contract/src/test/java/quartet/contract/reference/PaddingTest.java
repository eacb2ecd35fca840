package quartet.contract.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddingTest {
    /** The pixels under a kernel of 3 at the first and the last position of an axis of 4. */
    @ParameterizedTest
    @CsvSource({
        "ZERO,     '[-1, 0, 1]', '[2, 3, -1]'",
        "LEADING,  '[-1, -1, 0]', '[1, 2, 3]'",
        "TRAILING, '[0, 1, 2]', '[3, -1, -1]'",
        "EDGE,     '[0, 0, 1]', '[2, 3, 3]'",
        "MIRROR,   '[1, 0, 1]', '[2, 3, 2]'",
        "WRAP,     '[3, 0, 1]', '[2, 3, 0]'"
    })
    void readsThesePixels(Padding padding, String first, String last) {
        assertThat(window(padding, 0)).hasToString(first);
        assertThat(window(padding, 3)).hasToString(last);
    }

    private static List<Integer> window(Padding padding, int position) {
        List<Integer> pixels = new ArrayList<>();
        for (int offset = -1; offset <= 1; offset++) {
            pixels.add(padding.sources(offset, 4)[position]);
        }
        return pixels;
    }
}
