package quartet.scratch.calculus.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.krylov.ConjugateGradient;

/** Compares products with the Hessian of hyper-dual numbers and with closed forms. */
class HessianVectorProductTest {

    private static final double[] X = {0.7, -1.2, 0.4};
    private static final double[] V = {1, 2, -0.5};

    private static DualVariable function(DualVariable[] x) {
        DualVariable wave =
                x[0].times(x[1]).sin().plus(x[2].cos()).minus(x[0].tanh().times(3));
        DualVariable ratio = x[1].exp().dividedBy(x[2].times(x[2]).plus(1)).minus(x[0].sigmoid());
        DualVariable root = x[0].power(2).plus(x[1].power(2)).sqrt().log();
        return wave.plus(ratio).times(root).minus(x[2].relu().negate().power(3)).minus(0.5);
    }

    private static HyperDual function(HyperDual[] x) {
        HyperDual wave =
                x[0].times(x[1]).sin().plus(x[2].cos()).minus(x[0].tanh().times(3));
        HyperDual ratio = x[1].exp().dividedBy(x[2].times(x[2]).plus(1)).minus(x[0].sigmoid());
        HyperDual root = x[0].power(2).plus(x[1].power(2)).sqrt().log();
        return wave.plus(ratio).times(root).minus(x[2].negate().power(3)).minus(0.5);
    }

    @Test
    void matchesTheHessianOfHyperDualNumbers() {
        HessianVectorProduct result = HessianVectorProduct.of(HessianVectorProductTest::function, X, V);
        double[][] hessian = ForwardMode.hessian(HessianVectorProductTest::function, X);
        for (int i = 0; i < 3; i++) {
            double expected = 0;
            for (int j = 0; j < 3; j++) {
                expected += hessian[i][j] * V[j];
            }
            assertThat(result.product()[i]).isCloseTo(expected, within(1e-13));
        }
        HyperDual first = function(
                new HyperDual[] {new HyperDual(X[0], 1, 0, 0), HyperDual.constant(X[1]), HyperDual.constant(X[2])});
        assertThat(result.value()).isCloseTo(first.value(), within(1e-15));
        assertThat(result.gradient()[0]).isCloseTo(first.first(), within(1e-14));
    }

    /** One Newton step by conjugate gradients minimizes a quadratic function. */
    @Test
    void aNewtonStepNeedsNoHessian() {
        double[] x = {3, -2, 5, 1};
        Function<DualVariable[], DualVariable> f = p -> {
            DualVariable sum = p[0].times(0);
            for (int i = 0; i < p.length; i++) {
                DualVariable next = p[(i + 1) % p.length];
                sum = sum.plus(p[i].minus(i).power(2).times(i + 1))
                        .plus(p[i].minus(next).power(2));
            }
            return sum;
        };
        double[] gradient = HessianVectorProduct.of(f, x, new double[4]).gradient();
        Vector step = ConjugateGradient.solve(
                        v -> Vector.of(
                                HessianVectorProduct.of(f, x, v.toArray()).product()),
                        Vector.of(gradient),
                        1e-14,
                        20)
                .solution();
        double[] minimum = Vector.of(x).minus(step).toArray();
        assertThat(HessianVectorProduct.of(f, minimum, new double[4]).gradient())
                .containsExactly(new double[4], within(1e-12));
    }

    @Test
    void refusesDirectionsOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HessianVectorProduct.of(x -> x[0], new double[] {1}, new double[2]))
                .withMessage("HessianVectorProduct: v: expected a row of 1 numbers, but was 2");
    }
}
