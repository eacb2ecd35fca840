package quartet.scratch.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

class KernelWarmupTest {

    /** C2 of this JVM turns all loops into vector instructions. */
    @Test
    void compilesAllLoops() {
        assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
        KernelWarmup.start();
        KernelWarmup.await();
        assertThat(KernelWarmup.loops()).allMatch(VectorLoop::isCompiled);
    }
}
