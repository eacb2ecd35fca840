package quartet.scratch.kernel.vector.microkernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.kernel.vector.runtime.Simd;
import quartet.scratch.kernel.vector.runtime.Workspace;

class MicroKernelTest {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /** Bit by bit, so that results do not depend on when the vectors take over. */
    @Property(tries = 60)
    void scalarTwinGivesTheSameBits(
            @ForAll @IntRange(max = 90) int depth,
            @ForAll boolean accumulate,
            @ForAll boolean rectified,
            @ForAll Random random) {
        if (!PRESENT) {
            return;
        }
        for (MicroKernel kernel : MicroKernels.all()) {
            int rows = kernel.rows();
            int columns = kernel.columns();
            PanelA a = new PanelA(
                    random(random, 1 + 16 * depth + 16 * rows * Simd.LANES),
                    termsOfA(kernel, depth),
                    rowsOfA(kernel, random.nextInt(14)));
            PanelB b = new PanelB(random(random, 2 + columns * depth), Workspace.multiples(depth, columns));
            InitialSums initial =
                    new InitialSums(random(random, rows * columns), accumulate && !isForward(kernel) ? columns : 0);
            float floor = rectified ? 0 : Float.NEGATIVE_INFINITY;
            BlockOfC expected = new BlockOfC(new float[3 + rows * columns], columns, floor);
            BlockOfC actual = new BlockOfC(new float[3 + rows * columns], columns, floor);
            ScalarMicroKernel.multiply(rows, columns, depth, a, 1, b, 2, initial, 0, expected, 3);
            kernel.multiplyVectors(depth, a, 1, b, 2, initial, 0, actual, 3);
            assertThat(actual.data()).containsExactly(expected.data());
        }
    }

    /** With A all ones, B = (j; 100) and initial sums of zero, column j of C is j + 100. */
    @Test
    void sumsOfTwoTermsByHand() {
        assumeTrue(PRESENT);
        for (MicroKernel kernel : MicroKernels.all()) {
            int rows = kernel.rows();
            int columns = kernel.columns();
            float[] ones = new float[32 + 16 * rows * Simd.LANES];
            Arrays.fill(ones, 1);
            PanelA a = new PanelA(ones, termsOfA(kernel, 2), rowsOfA(kernel, 1));
            float[] terms = new float[2 * columns];
            for (int j = 0; j < columns; j++) {
                terms[j] = j;
                terms[columns + j] = 100;
            }
            PanelB b = new PanelB(terms, Workspace.multiples(2, columns));
            BlockOfC c = new BlockOfC(new float[rows * columns], columns, Float.NEGATIVE_INFINITY);
            kernel.multiplyVectors(2, a, 0, b, 0, new InitialSums(new float[columns], 0), 0, c, 0);
            for (int i = 0; i < rows * columns; i++) {
                assertThat(c.data()[i]).isEqualTo(i % columns + 100f);
            }
        }
    }

    /** C may be narrower than a block if the following rows are computed later: they overwrite the excess. */
    @Test
    void excessColumnsAreOverwrittenByTheNextRow() {
        assumeTrue(PRESENT);
        int columns = 3;
        Random random = new Random(1);
        MicroKernel kernel = MicroKernels.GEMM;
        PanelA a = new PanelA(random(random, 5 * kernel.rows()), Workspace.multiples(5, 1), rowsOfA(kernel, 5));
        PanelB b = new PanelB(random(random, 5 * kernel.columns()), Workspace.multiples(5, kernel.columns()));
        InitialSums zeros = new InitialSums(new float[kernel.columns()], 0);
        int size = kernel.rows() * columns + kernel.columns();
        BlockOfC expected = new BlockOfC(new float[size], columns, Float.NEGATIVE_INFINITY);
        BlockOfC actual = new BlockOfC(new float[size], columns, Float.NEGATIVE_INFINITY);
        ScalarMicroKernel.multiply(kernel.rows(), kernel.columns(), 5, a, 0, b, 0, zeros, 0, expected, 0);
        kernel.multiplyVectors(5, a, 0, b, 0, zeros, 0, actual, 0);
        assertThat(actual.data()).containsExactly(expected.data());
        for (int r = 0; r < kernel.rows(); r++) {
            for (int j = 0; j < columns; j++) {
                float sum = 0;
                for (int p = 0; p < 5; p++) {
                    sum = Math.fma(a.data()[5 * r + p], b.data()[p * kernel.columns() + j], sum);
                }
                assertThat(actual.data()[r * columns + j]).isEqualTo(sum);
            }
        }
    }

    /** Whether all rows of the micro-kernel start from the same initial sums. */
    private static boolean isForward(MicroKernel kernel) {
        return kernel instanceof ConvolutionMicroKernel || kernel instanceof WideConvolutionMicroKernel;
    }

    private static int[] termsOfA(MicroKernel kernel, int depth) {
        boolean packed = kernel instanceof WideWeightGradientMicroKernel;
        return Workspace.multiples(depth, packed ? WideWeightGradientMicroKernel.TERM_STRIDE : 1);
    }

    /** The offsets of rows that a micro-kernel expects; matrix products take any distance. */
    private static int[] rowsOfA(MicroKernel kernel, int distance) {
        if (isForward(kernel)) {
            return Workspace.multiples(kernel.rows(), Simd.LANES);
        }
        if (kernel instanceof WideWeightGradientMicroKernel) {
            return Workspace.multiples(kernel.rows(), 1);
        }
        if (kernel instanceof WeightGradientMicroKernel) {
            int[] offsets = new int[kernel.rows()];
            for (int r = 0; r < offsets.length; r++) {
                offsets[r] = 11 * (r / WeightGradientMicroKernel.RUN) + r % WeightGradientMicroKernel.RUN;
            }
            return offsets;
        }
        return Workspace.multiples(kernel.rows(), distance);
    }

    private static float[] random(Random random, int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
