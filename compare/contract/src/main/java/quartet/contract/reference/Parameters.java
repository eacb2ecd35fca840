package quartet.contract.reference;

import quartet.contract.Weights;

/** The parameters of a reference network, each with an array that accumulates its gradient. */
final class Parameters {
    private final NamedArrays values;
    private NamedArrays gradients;

    Parameters(Weights weights) {
        values = NamedArrays.of(weights);
        gradients = values.zeros();
    }

    double[] values(String name) {
        return values.get(name);
    }

    double[] gradient(String name) {
        return gradients.get(name);
    }

    /** Resets the sum of gradients to zero. */
    void clearGradients() {
        gradients = values.zeros();
    }

    /** Returns the sum of gradients since {@link #clearGradients}; not a copy. */
    NamedArrays gradients() {
        return gradients;
    }
}
