package quartet.scratch.backend;

import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.tensor.Precision;

/**
 * What a layer computes with.
 *
 * @param kernels the loops
 * @param precision the width of the parameters; inputs have to have the same
 */
public record Backend(Kernels kernels, Precision precision) {
    /** The fastest kernels of this JVM, in float32. */
    public static Backend standard() {
        return new Backend(KernelChoice.instance().kernels(), Precision.FLOAT32);
    }

    /** The textbook kernels in float64, for checking gradients. */
    public static Backend reference() {
        return new Backend(new ScalarKernels(), Precision.FLOAT64);
    }
}
