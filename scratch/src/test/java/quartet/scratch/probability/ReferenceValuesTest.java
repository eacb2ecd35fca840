package quartet.scratch.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import quartet.scratch.probability.continuous.Beta;
import quartet.scratch.probability.continuous.FisherF;
import quartet.scratch.probability.continuous.Gamma;
import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.probability.continuous.StudentT;
import quartet.scratch.probability.discrete.Binomial;
import quartet.scratch.probability.discrete.Poisson;
import quartet.scratch.probability.special.Digamma;
import quartet.scratch.probability.special.ErrorFunction;
import quartet.scratch.probability.special.IncompleteBeta;
import quartet.scratch.probability.special.IncompleteGamma;
import quartet.scratch.probability.special.LogGamma;

/** Compares special functions and tails of distributions with values of arbitrary-precision arithmetic. */
class ReferenceValuesTest {

    private static final Map<String, ToDoubleFunction<double[]>> FUNCTIONS = Map.ofEntries(
            Map.entry("logGamma", a -> LogGamma.of(a[0])),
            Map.entry("logGammaOnePlus", a -> LogGamma.onePlus(a[0])),
            Map.entry("digamma", a -> Digamma.of(a[0])),
            Map.entry("trigamma", a -> Digamma.trigamma(a[0])),
            Map.entry("P", a -> IncompleteGamma.lower(a[0], a[1])),
            Map.entry("Q", a -> IncompleteGamma.upper(a[0], a[1])),
            Map.entry("I", a -> IncompleteBeta.lower(a[0], a[1], a[2])),
            Map.entry("IUpper", a -> IncompleteBeta.upper(a[0], a[1], a[2])),
            Map.entry("erf", a -> ErrorFunction.erf(a[0])),
            Map.entry("erfc", a -> ErrorFunction.erfc(a[0])),
            Map.entry("inverseErf", a -> ErrorFunction.inverseErf(a[0])),
            Map.entry("inverseErfc", a -> ErrorFunction.inverseErfc(a[0])),
            Map.entry("Normal.survival", a -> Normal.STANDARD.survival(a[0])),
            Map.entry("Normal.survivalQuantile", a -> Normal.STANDARD.survivalQuantile(a[0])),
            Map.entry("Gamma.quantile", a -> new Gamma(a[0], a[1]).quantile(a[2])),
            Map.entry("Gamma.survivalQuantile", a -> new Gamma(a[0], a[1]).survivalQuantile(a[2])),
            Map.entry("Beta.quantile", a -> new Beta(a[0], a[1]).quantile(a[2])),
            Map.entry("StudentT.survivalQuantile", a -> new StudentT(a[0]).survivalQuantile(a[1])),
            Map.entry("FisherF.quantile", a -> new FisherF(a[0], a[1]).quantile(a[2])),
            Map.entry("FisherF.survivalQuantile", a -> new FisherF(a[0], a[1]).survivalQuantile(a[2])),
            Map.entry("StudentT.survival", a -> new StudentT(a[0]).survival(a[1])),
            Map.entry("StudentT.logDensity", a -> new StudentT(a[0]).logDensity(a[1])),
            Map.entry("FisherF.density", a -> new FisherF(a[0], a[1]).density(a[2])),
            Map.entry("FisherF.cumulative", a -> new FisherF(a[0], a[1]).cumulative(a[2])),
            Map.entry("FisherF.survival", a -> new FisherF(a[0], a[1]).survival(a[2])),
            Map.entry("Beta.density", a -> new Beta(a[0], a[1]).density(a[2])),
            Map.entry("Gamma.density", a -> new Gamma(a[0], a[1]).density(a[2])),
            Map.entry("Poisson.mass", a -> new Poisson(a[0]).mass((long) a[1])),
            Map.entry("Poisson.cumulative", a -> new Poisson(a[0]).cumulative((long) a[1])),
            Map.entry("Poisson.survival", a -> new Poisson(a[0]).survival((long) a[1])),
            Map.entry("Binomial.mass", a -> new Binomial((long) a[0], a[1]).mass((long) a[2])),
            Map.entry("Binomial.cumulative", a -> new Binomial((long) a[0], a[1]).cumulative((long) a[2])),
            Map.entry("Binomial.survival", a -> new Binomial((long) a[0], a[1]).survival((long) a[2])));

    /** For parameters of this size, rounding of an argument alone causes an error of 1e-11. */
    private static final double LARGE = 1e5;

    @TestFactory
    Stream<DynamicTest> agree() throws IOException {
        List<String[]> lines = lines();
        assertThat(lines.stream().map(line -> line[0]).collect(Collectors.toSet()))
                .isEqualTo(FUNCTIONS.keySet());
        return lines.stream()
                .map(line -> DynamicTest.dynamicTest(line[0] + " " + line[1], () -> {
                    double[] arguments = Stream.of(line[1].split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                    double expected = Double.parseDouble(line[2]);
                    double value =
                            Objects.requireNonNull(FUNCTIONS.get(line[0])).applyAsDouble(arguments);
                    boolean large = DoubleStream.of(arguments).anyMatch(a -> a >= LARGE);
                    double relative = line[0].contains("logGamma") || !large ? 1e-12 : 1e-10;
                    assertThat(value).isCloseTo(expected, within(relative * Math.abs(expected)));
                }));
    }

    private static List<String[]> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceValuesTest.class.getResourceAsStream("reference-values.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
        }
    }
}
