package quartet.scratch.model.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.GoldenValues;
import quartet.scratch.model.Iris;
import quartet.scratch.model.KernelFunction;

/** Compares support vector machines on the iris flowers with SciPy, and with LIBLINEAR and LIBSVM in scikit-learn. */
class SupportVectorMachineTest {

    @Test
    void linearMachinesSolveTheDualProblem() {
        LinearSupportVectorMachine model = LinearSupportVectorMachine.fit(Iris.STANDARDIZED, Iris.LABELS, 0.5, 1e-10);
        assertThat(Iris.flat(model.weights())).containsExactly(GoldenValues.of("machines.linear"), within(1e-8));
    }

    @Test
    void twoClassesShareOneLinearMachine() {
        double[][] x = Arrays.copyOfRange(Iris.STANDARDIZED, 50, 150);
        int[] labels =
                Arrays.stream(Iris.LABELS).skip(50).map(label -> label - 1).toArray();
        LinearSupportVectorMachine model = LinearSupportVectorMachine.fit(x, labels, 2, 1e-10);
        double[] expected = GoldenValues.of("liblinear.two");
        assertThat(model.weights()[1]).containsExactly(expected, within(1e-8));
        assertThat(model.weights()[0])
                .containsExactly(Arrays.stream(expected).map(w -> -w).toArray(), within(1e-8));
    }

    static Stream<Arguments> kernels() {
        return Stream.of(
                Arguments.of("gaussian", KernelFunction.gaussian(0.5), 1.0),
                Arguments.of("polynomial", KernelFunction.polynomial(3, 0.25, 1), 0.2),
                Arguments.of("linear", KernelFunction.linear(), 1.0));
    }

    /** LIBSVM stores the kernel matrix in float32, which limits the agreement. */
    @ParameterizedTest
    @MethodSource("kernels")
    void kernelMachinesMatchLibsvm(String name, KernelFunction kernel, double c) {
        KernelSupportVectorMachine model =
                KernelSupportVectorMachine.fit(Iris.STANDARDIZED, Iris.LABELS, kernel, c, 1e-10);
        double[][] decisions = Arrays.stream(Iris.every(5, Iris.STANDARDIZED))
                .map(model::decisions)
                .toArray(double[][]::new);
        assertThat(Iris.flat(decisions)).containsExactly(GoldenValues.of("svm." + name), within(1e-5));
        assertThat(model.predict(Iris.STANDARDIZED)).containsExactly(GoldenValues.of("svm." + name + ".predictions"));
        assertThat(model.supportVectors()).containsExactly(GoldenValues.integers("svm." + name + ".vectors"));
    }

    /** Two rows: the widest margin is the perpendicular bisector, w = 2 (x1 - x0) / |x1 - x0|^2. */
    @Test
    void twoRowsHaveTheirBisectorAsBorder() {
        double[][] x = {{1, 1}, {4, 5}};
        KernelSupportVectorMachine model =
                KernelSupportVectorMachine.fit(x, new int[] {0, 1}, KernelFunction.linear(), 100, 1e-12);
        assertThat(model.decisions(x[0])[0]).isCloseTo(1, within(1e-12));
        assertThat(model.decisions(x[1])[0]).isCloseTo(-1, within(1e-12));
        assertThat(model.decisions(new double[] {2.5, 3})[0]).isCloseTo(0, within(1e-12));
    }

    @Test
    void invalidArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearSupportVectorMachine.fit(Iris.X, Iris.LABELS, 0, 1e-3))
                .withMessage("LinearSupportVectorMachine: expected C > 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> KernelSupportVectorMachine.fit(Iris.X, new int[150], KernelFunction.linear(), 1, 1e-3))
                .withMessage("KernelSupportVectorMachine: expected at least 2 classes, but was 1");
    }
}
