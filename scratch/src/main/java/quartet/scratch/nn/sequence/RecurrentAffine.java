package quartet.scratch.nn.sequence;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * The affine map inside a recurrent cell. The gradients of its parameters are sums over time.
 * <pre>{@code
 * A = X W + S U + b
 * dW += X^T dA;   dU += S^T dA;   db += column sums of dA;   dX = dA W^T;   dS = dA U^T
 * }</pre>
 * Shapes: X [batch, features], S [batch, hidden], W [features, outputs], U [hidden, outputs], b [outputs].
 */
final class RecurrentAffine {
    private final Kernels kernels;
    private final Parameter weight;
    private final Parameter recurrentWeight;
    private final Parameter bias;

    RecurrentAffine(String name, int features, int hidden, int outputs, Backend backend) {
        Require.notNull(name, "backend", backend);
        this.kernels = backend.kernels();
        this.weight = Parameter.of(name + ".weight", backend.precision().zeros(features, outputs));
        this.recurrentWeight =
                Parameter.of(name + ".recurrentWeight", backend.precision().zeros(hidden, outputs));
        this.bias = Parameter.of(name + ".bias", backend.precision().zeros(outputs));
    }

    List<Parameter> parameters() {
        return List.of(weight, recurrentWeight, bias);
    }

    void forward(Tensor x, Tensor s, Tensor a) {
        kernels.dense(x, weight.value(), bias.value(), Activation.IDENTITY, a);
        kernels.matmul(s, false, recurrentWeight.value(), false, a, true);
    }

    /** Adds the gradients of one step to those of the parameters. */
    void backwardParameters(Tensor x, Tensor s, Tensor dA) {
        kernels.matmul(x, true, dA, false, weight.gradient(), true);
        kernels.matmul(s, true, dA, false, recurrentWeight.gradient(), true);
        int outputs = bias.value().size();
        for (int i = 0; i < dA.size(); i++) {
            bias.gradient().add(i % outputs, dA.get(i));
        }
    }

    void backwardInput(Tensor dA, Tensor dX, boolean accumulate) {
        kernels.matmul(dA, false, weight.value(), true, dX, accumulate);
    }

    void backwardState(Tensor dA, Tensor dS, boolean accumulate) {
        kernels.matmul(dA, false, recurrentWeight.value(), true, dS, accumulate);
    }
}
