package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;

class RankDeficientSvdTest {
    /** The first columns are zero, as those of pixels that are always white; the rows of R are then linearly dependent. */
    @Test
    void convergesWithLeadingZeroColumns() {
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            int zeros = 1 + seed % 3;
            Matrix a = Matrix.generate(90, 24, (i, j) -> j < zeros || j == 15 ? 0 : random.nextGaussian());
            Svd svd = Svd.of(a);
            assertThat(svd.rank()).isEqualTo(23 - zeros);
            Matrix restored = svd.u()
                    .times(Matrix.diagonal(svd.singularValues()))
                    .times(svd.v().transpose());
            for (int i = 0; i < 90; i++) {
                for (int j = 0; j < 24; j++) {
                    assertThat(restored.get(i, j)).isCloseTo(a.get(i, j), within(1e-13));
                }
            }
        }
    }
}
