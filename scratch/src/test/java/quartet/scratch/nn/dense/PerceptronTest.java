package quartet.scratch.nn.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.argument.NonConvergenceException;

class PerceptronTest {
    /** Novikoff's theorem: on data with a margin there are at most (R / gamma)^2 mistakes, and then none. */
    @Property(tries = 50)
    void makesNoMoreMistakesThanTheTheoremAllows(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int features,
            @ForAll @DoubleRange(min = 0.05, max = 0.5) double gamma) {
        Random random = new Random(seed);
        double[] separator = random.doubles(features + 1, -1, 1).toArray();
        double norm = Math.sqrt(dot(separator, separator));
        double[][] examples = new double[60][];
        int[] labels = new int[60];
        double radius = 0;
        for (int i = 0; i < examples.length; i++) {
            double side;
            do {
                examples[i] = random.doubles(features, -2, 2).toArray();
                side = (dot(separator, examples[i]) + separator[features]) / norm;
            } while (Math.abs(side) < gamma);
            labels[i] = side > 0 ? 1 : -1;
            radius = Math.max(radius, Math.sqrt(dot(examples[i], examples[i]) + 1));
        }
        Perceptron perceptron = new Perceptron(features);
        int mistakes = perceptron.fit(examples, labels, Integer.MAX_VALUE);
        assertThat((double) mistakes).isLessThanOrEqualTo(radius * radius / (gamma * gamma));
        for (int i = 0; i < examples.length; i++) {
            assertThat(perceptron.predict(examples[i])).isEqualTo(labels[i]);
        }
    }

    /** By hand: (0,0) is taken for 1: b = -1. (1,1) is taken for -1: w = (1,1), b = 0. (0,0) again: b = -1. Done. */
    @Test
    void mistakesByHand() {
        Perceptron perceptron = new Perceptron(2);
        assertThat(perceptron.fit(new double[][] {{0, 0}, {1, 1}}, new int[] {-1, 1}, 10))
                .isEqualTo(3);
    }

    @Test
    void givesUpOnExclusiveOr() {
        double[][] corners = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        assertThatThrownBy(() -> new Perceptron(2).fit(corners, new int[] {-1, 1, 1, -1}, 100))
                .isInstanceOf(NonConvergenceException.class)
                .hasMessageContaining("may not be linearly separable");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> new Perceptron(2).predict(new double[3]))
                .hasMessage("Perceptron: expected 2 features, but was 3");
        assertThatThrownBy(() -> new Perceptron(1).fit(new double[][] {{1}}, new int[] {0}, 1))
                .hasMessage("Perceptron: expected labels -1 or 1, but was 0");
        assertThatThrownBy(() -> new Perceptron(1).fit(new double[][] {{1}}, new int[0], 1))
                .hasMessage("Perceptron: expected 1 labels, but was 0");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
