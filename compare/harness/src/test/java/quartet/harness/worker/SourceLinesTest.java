package quartet.harness.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceLinesTest {
    @Test
    void countsCodeOnly() {
        String source = """
                package a;

                import b.C;

                /**
                 * A comment.
                 */
                final class D {
                    /** One line. */
                    int e; // counts

                    // A comment.
                }
                """;
        assertThat(SourceLines.of(List.of(source.split("\n")))).isEqualTo(3);
    }
}
