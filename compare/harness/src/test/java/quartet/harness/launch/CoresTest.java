package quartet.harness.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import oshi.hardware.CentralProcessor.LogicalProcessor;

class CoresTest {
    /** Two physical cores with two processors each: 0 and 2 are on the first, 1 and 3 on the second. */
    private static final List<LogicalProcessor> PROCESSORS = List.of(
            new LogicalProcessor(0, 0, 0),
            new LogicalProcessor(1, 1, 0),
            new LogicalProcessor(2, 0, 0),
            new LogicalProcessor(3, 1, 0));

    @Test
    void threadsGetPhysicalCoresOfTheirOwnWhileThereAreAny() {
        assertThat(Cores.list(PROCESSORS, 1)).isEqualTo("1");
        assertThat(Cores.list(PROCESSORS, 2)).isEqualTo("1,0");
        assertThat(Cores.list(PROCESSORS, 3)).isEqualTo("1,0,3");
        assertThat(Cores.list(PROCESSORS, 9)).isEqualTo("1,0,3,2");
    }
}
