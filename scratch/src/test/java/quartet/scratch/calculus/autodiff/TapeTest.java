package quartet.scratch.calculus.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import quartet.scratch.calculus.difference.FiniteDifferences;
import quartet.scratch.calculus.difference.RiddersDerivative;

/** Compares reverse mode of scalars with a published example and with central differences. */
class TapeTest {

    /** Baydin et al. (2018), table 3: y = ln x1 + x1 x2 - sin x2 at (2, 5) has the gradient (5.5, 1.716). */
    @Test
    void matchesWorkedExampleOfBaydin() {
        Tape tape = new Tape();
        Variable[] x = tape.variables(2, 5);
        Variable y = x[0].log().plus(x[0].times(x[1])).minus(x[1].sin());
        assertThat(y.value()).isCloseTo(11.652, within(5e-4));
        assertThat(tape.gradient(y, x)).containsExactly(new double[] {5.5, 2 - Math.cos(5)}, within(1e-15));
    }

    @Test
    void traceListsEachStepOfTheChainRule() {
        Tape tape = new Tape();
        Variable[] x = tape.variables(3, 4);
        Variable product = x[0].times(x[1]);
        Variable y = product.power(2);
        assertThat(tape.trace(y).lines())
                .containsExactly(
                        "v0 = input = 3.00000; adjoint 96.0000",
                        "v1 = input = 4.00000; adjoint 72.0000",
                        "v2 = multiply v0 v1 = 12.0000; dv2/dv0 = 4.00000; dv2/dv1 = 3.00000; adjoint 24.0000",
                        "v3 = power 2.0 v2 = 144.000; dv3/dv2 = 24.0000; adjoint 1.00000");
        assertThat(tape.length()).isEqualTo(4);
    }

    @Test
    void repeatedVariableAccumulatesContributions() {
        double[] gradient = ReverseMode.gradient(x -> x[0].times(x[0]).plus(x[0]), new double[] {3});
        assertThat(gradient).containsExactly(7);
    }

    @Test
    void unusedInputsHaveZeroGradientNearAPole() {
        Tape tape = new Tape();
        Variable[] x = tape.variables(0, 2);
        Variable unused = x[0].log();
        assertThat(unused.value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(tape.gradient(x[1].exp(), x)).containsExactly(0, Math.exp(2));
    }

    @Property(tries = 200)
    void gradientEqualsDifferencesAndForwardMode(
            @ForAll @DoubleRange(min = 0.5, max = 2) @Scale(6) double a,
            @ForAll @DoubleRange(min = 0.5, max = 2) @Scale(6) double b,
            @ForAll @DoubleRange(min = 0.5, max = 2) @Scale(6) double c,
            @ForAll @DoubleRange(min = 0.5, max = 2) @Scale(6) double d) {
        double[] x = {a, b, c, d};
        double[] byTape = ReverseMode.gradient(TapeTest::mixture, x);
        double[] byDifferences = new double[4];
        for (int i = 0; i < 4; i++) {
            int coordinate = i;
            byDifferences[i] = RiddersDerivative.at(t -> mixtureValue(x, coordinate, t), x[i], 0.05)
                    .value();
        }
        assertThat(byTape).containsExactly(byDifferences, within(1e-8));
        assertThat(byTape).containsExactly(ForwardMode.gradient(TapeTest::mixture, x), within(1e-12));
        assertThat(byTape).containsExactly(FiniteDifferences.gradient(p -> mixtureValue(p, 0, p[0]), x), within(1e-8));
    }

    private static double mixtureValue(double[] x, int coordinate, double value) {
        double[] shifted = x.clone();
        shifted[coordinate] = value;
        return mixture(new Tape().variables(shifted)).value();
    }

    private static Variable mixture(Variable[] x) {
        Variable a = x[0].times(x[1]).tanh().plus(x[2].sigmoid().dividedBy(x[3].sqrt()));
        Variable b = x[0].sin().minus(x[1].cos()).times(x[2].log().plus(2.5)).negate();
        Variable c = x[3].power(1.5)
                .exp()
                .times(0.1)
                .minus(0.3)
                .plus(x[2].plus(1).relu())
                .plus(x[1].abs());
        return a.times(b).plus(c);
    }

    private static Dual mixture(Dual[] x) {
        Dual a = x[0].times(x[1]).tanh().plus(x[2].sigmoid().dividedBy(x[3].sqrt()));
        Dual b = x[0].sin().minus(x[1].cos()).times(x[2].log().plus(2.5)).negate();
        Dual c = x[3].power(1.5)
                .exp()
                .times(0.1)
                .minus(0.3)
                .plus(x[2].plus(1).relu())
                .plus(x[1].abs());
        return a.times(b).plus(c);
    }

    @Test
    void rejectsVariablesOfAnotherTape() {
        Variable foreign = new Tape().variable(1);
        Tape tape = new Tape();
        Variable own = tape.variable(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own.plus(foreign))
                .withMessage("Tape: expected a variable of this tape, but v0 = 1.0 was written on another");
        assertThatIllegalArgumentException().isThrownBy(() -> tape.gradient(foreign, own));
    }
}
