package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.contract.experiment.Experiment;
import quartet.contract.reference.Padding;
import quartet.harness.microscope.Suspect;
import quartet.harness.results.Results;

/** Each mistake is planted in a correct learner, and its name, no other, is the verdict. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuspectTest {
    private final Map<String, ProbedLearner> projects = Map.<String, Experiment>of(
                    "classification", SyntheticExperiments.classification(),
                    "regression", SyntheticExperiments.regression(),
                    "cv", SyntheticExperiments.images(),
                    "nlp", SyntheticExperiments.texts())
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> new ProbedLearner(entry.getValue())));

    private interface Factory extends Function<FlawedLearner.Start, FlawedLearner> {}

    private static Arguments flaw(Suspect suspect, String detail, String projects, Factory factory) {
        return arguments(suspect, detail, List.of(projects.split(" ")), named("planted", factory));
    }

    static Stream<Arguments> updates() {
        String any = "classification regression cv nlp";
        return Stream.of(
                flaw(
                        Suspect.EPSILON_INSIDE_ROOT,
                        "sqrt(v + epsilon)",
                        any,
                        start ->
                                new AdamFlaws.OtherFormula(start, (m, v, c1, c2, e) -> m / c1 / Math.sqrt(v / c2 + e))),
                flaw(
                        Suspect.EPSILON_INSIDE_ROOT,
                        "then the bias correction",
                        any,
                        start -> new AdamFlaws.OtherFormula(
                                start, (m, v, c1, c2, e) -> m * Math.sqrt(c2) / c1 / Math.sqrt(v + e))),
                flaw(
                        Suspect.EPSILON_BIAS_CORRECTED,
                        "",
                        any,
                        start -> new AdamFlaws.OtherFormula(
                                start, (m, v, c1, c2, e) -> Math.sqrt(c2) / c1 * m / (Math.sqrt(v) + e))),
                flaw(
                        Suspect.NO_BIAS_CORRECTION,
                        "neither m nor v",
                        any,
                        start -> new AdamFlaws.OtherFormula(start, (m, v, c1, c2, e) -> m / (Math.sqrt(v) + e))),
                flaw(
                        Suspect.NO_BIAS_CORRECTION,
                        "v is not",
                        any,
                        start -> new AdamFlaws.OtherFormula(start, (m, v, c1, c2, e) -> m / c1 / (Math.sqrt(v) + e))),
                flaw(
                        Suspect.NO_BIAS_CORRECTION,
                        "m is not",
                        any,
                        start -> new AdamFlaws.OtherFormula(start, (m, v, c1, c2, e) -> m / (Math.sqrt(v / c2) + e))),
                flaw(Suspect.BETAS_SWAPPED, "beta1 0.999, beta2 0.9", any, AdamFlaws.SwappedBetas::new),
                flaw(Suspect.WEIGHT_DECAY, "lambda 1.0e-02", any, start -> new AdamFlaws.Decay(start, 0, 1e-2)),
                flaw(Suspect.WEIGHT_DECAY, "lambda 5e-04", any, start -> new AdamFlaws.Decay(start, 5e-4, 0)),
                flaw(Suspect.WEIGHT_DECAY, "lambda 1.0e-03", any, start -> new AdamFlaws.Penalty(start, 1e-3)));
    }

    static Stream<Arguments> passes() {
        String any = "classification regression cv nlp";
        return Stream.of(
                flaw(Suspect.LOSS_REDUCTION, "the sum", any, start -> new Flaws.Scaled(start, rows -> rows)),
                flaw(Suspect.LOSS_REDUCTION, "twice", any, start -> new Flaws.Scaled(start, rows -> 1 / rows)),
                flaw(Suspect.LOSS_REDUCTION, "half", "regression", start -> new Flaws.Scaled(start, rows -> 0.5)),
                flaw(Suspect.LAST_BATCH, "divided", any, start -> new Flaws.Scaled(start, rows -> rows / 32)),
                flaw(Suspect.LAST_BATCH, "dropped", any, BatchFlaws.Dropping::new),
                flaw(Suspect.LAST_BATCH, "zeros", "classification cv", start -> new BatchFlaws.Buffer(start, 0)),
                flaw(Suspect.LAST_BATCH, "left in", "classification cv", start -> new BatchFlaws.Buffer(start, 1)),
                flaw(Suspect.FLATTEN_ORDER, "row, column, channel", "cv", Flaws.ChannelsLast::new),
                flaw(
                        Suspect.TRANSPOSED_WEIGHT,
                        "hidden2.weight",
                        "classification regression",
                        start -> new Flaws.Transposed(start, "hidden2.weight")),
                flaw(
                        Suspect.TRANSPOSED_WEIGHT,
                        "hidden1.weight",
                        "classification nlp",
                        start -> new Flaws.Transposed(start, "hidden1.weight")),
                flaw(Suspect.CONVOLUTION_PADDING, "edge", "cv", start -> new Flaws.Padded(start, Padding.EDGE)),
                flaw(Suspect.CONVOLUTION_PADDING, "trailing", "cv", start -> new Flaws.Padded(start, Padding.TRAILING)),
                flaw(Suspect.STALE_MASK, "previous batch", "nlp", Flaws.StaleMask::new),
                flaw(
                        Suspect.HALF_PRECISION,
                        "reports have the precision of bfloat16",
                        any,
                        start -> new Flaws.Half(start, Flaws.Half::bfloat16, true)),
                flaw(
                        Suspect.HALF_PRECISION,
                        "reports have the precision of float16",
                        any,
                        start -> new Flaws.Half(start, Flaws.Half::float16, true)),
                flaw(
                        Suspect.HALF_PRECISION,
                        "rounded to bfloat16",
                        any,
                        start -> new Flaws.Half(start, Flaws.Half::bfloat16, false)),
                flaw(
                        Suspect.HALF_PRECISION,
                        "rounded to float16",
                        any,
                        start -> new Flaws.Half(start, Flaws.Half::float16, false)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"updates", "passes"})
    void thePlantedMistakeIsNamed(Suspect suspect, String detail, List<String> names, Factory factory) {
        for (String name : names) {
            Results.Parity parity = project(name).judge(factory);
            assertThat(parity.passed()).as(name).isFalse();
            assertThat(parity.suspect())
                    .as(name)
                    .startsWith(suspect.sentence() + ": ")
                    .contains(detail);
        }
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("A mistake that is not known gets no name")
    void unknown(Factory factory) {
        Results.Parity parity = project("classification").judge(factory);
        assertThat(parity.passed()).isFalse();
        assertThat(parity.suspect()).isEmpty();
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                arguments(named("doubled learning rate", (Factory) start ->
                        new AdamFlaws.OtherFormula(start, (m, v, c1, c2, e) -> 2 * m / c1 / (Math.sqrt(v / c2) + e)))),
                arguments(named("plain gradient descent", (Factory)
                        start -> new AdamFlaws.OtherFormula(start, (m, v, c1, c2, e) -> m / c1))),
                arguments(named("a factor of 3", (Factory) start -> new Flaws.Scaled(start, rows -> 3))),
                arguments(named("NaN", (Factory) start -> new Flaws.Scaled(start, rows -> Double.NaN))),
                arguments(named("shifted labels", (Factory) BatchFlaws.ShiftedLabels::new)));
    }

    @ParameterizedTest
    @DisplayName("A correct engine passes and has no suspect")
    @ValueSource(strings = {"classification", "regression", "cv", "nlp"})
    void correct(String name) {
        Results.Parity parity = project(name).judge(FlawedLearner::new);
        assertThat(parity.passed()).as(parity.firstFailure()).isTrue();
        assertThat(parity.suspect()).isEmpty();
    }

    private ProbedLearner project(String name) {
        return Objects.requireNonNull(projects.get(name));
    }
}
