package quartet.scratch.backend;

import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.textbook.TextbookKernels;
import quartet.scratch.tensor.Precision;

/**
 * The kernels and the precision of layers, losses and optimizers.
 *
 * @param kernels the operations
 * @param precision the number type of parameters and inputs
 */
public record Backend(Kernels kernels, Precision precision) {
    /** Returns the fastest kernels of this JVM, in float32. */
    public static Backend standard() {
        return new Backend(KernelChoice.instance().kernels(), Precision.FLOAT32);
    }

    /** Returns the textbook kernels in float64, for checking gradients. */
    public static Backend reference() {
        return new Backend(new TextbookKernels(), Precision.FLOAT64);
    }
}
