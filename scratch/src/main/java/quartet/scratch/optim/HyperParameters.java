package quartet.scratch.optim;

import quartet.scratch.nn.Parameter;

/** Checks of gradients. */
final class HyperParameters {
    private HyperParameters() {}

    /** Returns the exception for a gradient that is NaN or infinite. */
    static IllegalArgumentException notFinite(String owner, Parameter parameter, int i) {
        return new IllegalArgumentException(owner + ": expected finite gradients, but was "
                + parameter.gradient().get(i) + " at position " + i + " of " + parameter.name());
    }
}
