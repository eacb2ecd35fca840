package quartet.scratch.backend;

import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.textbook.TextbookKernels;
import quartet.scratch.tensor.Precision;

/**
 * What a layer, a loss or an optimizer computes with.
 *
 * @param kernels the operations
 * @param precision the number type of parameters and inputs
 */
public record Backend(Kernels kernels, Precision precision) {
    private static final Backend STANDARD = new Backend(new ScalarKernels(), Precision.FLOAT32);

    /** Plain loops, in float32. */
    public static Backend standard() {
        return STANDARD;
    }

    /** The textbook kernels in float64, for checking gradients. */
    public static Backend reference() {
        return new Backend(new TextbookKernels(), Precision.FLOAT64);
    }
}
