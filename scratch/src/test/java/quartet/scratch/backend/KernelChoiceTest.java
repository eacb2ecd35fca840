package quartet.scratch.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.textbook.TextbookKernels;

class KernelChoiceTest {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    @Test
    void plainLoopsCanBeRequested() {
        assertThat(KernelChoice.of("textbook", 1).kernels()).isInstanceOf(TextbookKernels.class);
        assertThat(KernelChoice.of("textbook", 1).description()).isEqualTo("textbook kernels (1 thread)");
        assertThat(KernelChoice.of("scalar", 1).kernels()).isInstanceOf(ScalarKernels.class);
        assertThat(KernelChoice.of("scalar", 1).description()).isEqualTo("scalar kernels (plain loops, 1 thread)");
    }

    @Test
    void withTheVectorApiTheDefaultIsVector() {
        assumeTrue(PRESENT);
        assertThat(KernelChoice.of("", 2).description()).matches("vector kernels \\(\\d+-bit vectors, 2 threads\\)");
    }

    @Test
    void withoutTheVectorApiTheDefaultIsScalarWithAHint() {
        assumeFalse(PRESENT);
        assertThat(KernelChoice.of("", 2).description()).contains("faster with --add-modules jdk.incubator.vector");
        assertThatThrownBy(() -> KernelChoice.of("vector", 1))
                .hasMessage("quartet.kernels: expected jdk.incubator.vector for vector kernels, but was started without"
                        + " --add-modules jdk.incubator.vector");
    }

    @Test
    void unknownKernelsAreRejected() {
        assertThatThrownBy(() -> KernelChoice.of("quantum", 1))
                .hasMessage("quartet.kernels: expected textbook, scalar or vector, but was quantum");
    }

    @Test
    void vectorKernelsNeedAThread() {
        assumeTrue(PRESENT);
        assertThatThrownBy(() -> KernelChoice.of("vector", 0))
                .hasMessage("quartet.threads: expected at least 1 thread, but was 0");
    }
}
