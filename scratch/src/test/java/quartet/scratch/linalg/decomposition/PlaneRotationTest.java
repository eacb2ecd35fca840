package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;

class PlaneRotationTest {

    @Test
    void matchesHandCalculation() {
        // Equal diagonal entries: 45 degrees.
        PlaneRotation rotation = PlaneRotation.jacobi(2, 1, 2);
        assertThat(rotation.cosine()).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(rotation.sine()).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(PlaneRotation.jacobi(2, 0, 5)).isEqualTo(new PlaneRotation(1, 0));
        double[][] a = {{1, 2}, {3, 4}};
        new PlaneRotation(0.6, 0.8).applyToColumns(a, 0, 1);
        assertThat(Matrix.of(a).row(0).get(0)).isCloseTo(0.6 - 1.6, within(1e-15));
        assertThat(Matrix.of(a).row(0).get(1)).isCloseTo(0.8 + 1.2, within(1e-15));
    }

    @Property
    void diagonalizes(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double app,
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double apq,
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double aqq) {
        PlaneRotation rotation = PlaneRotation.jacobi(app, apq, aqq);
        assertThat(Math.hypot(rotation.cosine(), rotation.sine())).isCloseTo(1, within(1e-15));
        assertThat(Math.abs(rotation.sine())).isLessThanOrEqualTo(rotation.cosine() * (1 + 1e-15));
        double[][] a = {{app, apq}, {apq, aqq}};
        rotation.applyToColumns(a, 0, 1);
        rotation.applyToRows(a, 0, 1);
        double scale = Norms.frobenius(Matrix.of(new double[] {app, apq}, new double[] {apq, aqq}));
        assertThat(a[0][1]).isCloseTo(0, within(1e-14 * scale));
        assertThat(a[1][0]).isCloseTo(0, within(1e-14 * scale));
        assertThat(a[0][0] + a[1][1]).isCloseTo(app + aqq, within(1e-14 * scale));
    }
}
