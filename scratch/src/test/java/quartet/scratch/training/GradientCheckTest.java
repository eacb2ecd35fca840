package quartet.scratch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.nn.sequence.Embedding;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

class GradientCheckTest {
    /** y = a x^2, whose gradients are scaled by numbers that are 1 in a correct layer. */
    private record Square(Parameter a, double inputFactor, double parameterFactor, Tensor[] seen) implements Layer {
        static Square of(double inputFactor, double parameterFactor) {
            Parameter a = Parameter.of("a", DoubleTensor.of(new double[] {1.5}, 1));
            return new Square(a, inputFactor, parameterFactor, new Tensor[1]);
        }

        @Override
        public Tensor forward(Tensor input, boolean training) {
            seen[0] = input;
            Tensor output = input.copy();
            for (int i = 0; i < input.size(); i++) {
                output.set(i, a.value().get(0) * input.get(i) * input.get(i));
            }
            return output;
        }

        @Override
        public Tensor backward(Tensor outputGradient) {
            Tensor gradient = outputGradient.copy();
            a.gradient().fill(0);
            for (int i = 0; i < gradient.size(); i++) {
                double x = seen[0].get(i);
                a.gradient().add(0, parameterFactor * outputGradient.get(i) * x * x);
                gradient.set(
                        i, inputFactor * outputGradient.get(i) * 2 * a.value().get(0) * x);
            }
            return gradient;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(a);
        }
    }

    private static Tensor point() {
        return DoubleTensor.of(new double[] {0.5, -2, 3}, 1, 3);
    }

    @Test
    void acceptsCorrectGradients() {
        Tensor point = point();
        GradientCheck.Result result = GradientCheck.ofLayer(Square.of(1, 1), point, true);
        assertThat(result.passes()).isTrue();
        assertThat(result.error()).isLessThan(1e-9);
        assertThat(point.get(1)).isEqualTo(-2);
    }

    @Test
    void findsTheWrongGradient() {
        GradientCheck.Result byInput = GradientCheck.ofLayer(Square.of(1.00001, 1), point(), true);
        assertThat(byInput.passes()).isFalse();
        assertThat(byInput.where()).isEqualTo("input");
        assertThat(byInput.error()).isCloseTo(1e-5, within(1e-7));
        GradientCheck.Result byParameter = GradientCheck.ofLayer(Square.of(1, Double.NaN), point(), true);
        assertThat(byParameter.passes()).isFalse();
        assertThat(byParameter.where()).isEqualTo("a");
    }

    @Test
    void checksLossesAndTables() {
        assertThat(GradientCheck.ofLoss(new MeanSquaredError(Backend.reference()), point(), DoubleTensor.zeros(1, 3))
                        .passes())
                .isTrue();
        Layer embedding = new Embedding("e", 3, 2, Backend.reference());
        assertThat(GradientCheck.ofLayer(embedding, IntTensor.of(new int[] {2, 2, 0}, 1, 3), true)
                        .passes())
                .isTrue();
    }

    @Test
    void refusesFloat32() {
        assertThatThrownBy(() ->
                        GradientCheck.ofLoss(new MeanSquaredError(), FloatTensor.zeros(1, 2), FloatTensor.zeros(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GradientCheck: expected prediction in FLOAT64, but was FLOAT32[1, 2]");
    }
}
