package quartet.scratch.generative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NGramModelTest {
    private static final List<List<String>> TEXT = List.of(List.of("a", "b"), List.of("a"));

    @Test
    void matchesHandCalculation() {
        NGramModel model = NGramModel.fit(2, TEXT);
        assertThat(model.vocabulary()).containsExactly("</s>", "<unk>", "a", "b");
        // Empty context: counts a 2, b 1, end 2 of 5; three types; uniform 1/4 below.
        double a = (2 + 3 * 0.25) / 8;
        double b = (1 + 3 * 0.25) / 8;
        double unknown = 3 * 0.25 / 8;
        assertThat(model.probability(List.of(), "a")).isCloseTo(a, within(1e-15));
        assertThat(model.probability(List.of(), "zebra")).isCloseTo(unknown, within(1e-15));
        // After the start: a twice, one type. After a: b and the end, once each.
        assertThat(model.probability(List.of(NGramModel.START), "a")).isCloseTo((2 + a) / 3, within(1e-15));
        assertThat(model.probability(List.of("b", "a"), "b")).isCloseTo((1 + 2 * b) / 4, within(1e-15));
        assertThat(model.probability(List.of("zebra"), "b")).isCloseTo(b, within(1e-15));
        double end = (1 + 2 * a) / 4;
        assertThat(model.perplexity(List.of(List.of("a")))).isCloseTo(1 / Math.sqrt((2 + a) / 3 * end), within(1e-14));
    }

    @Property(tries = 100)
    void probabilitiesSumToOne(
            @ForAll @IntRange(min = 1, max = 4) int order,
            @ForAll @Size(min = 1, max = 6) List<@Size(max = 8) List<@IntRange(min = 0, max = 3) Integer>> numbers,
            @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 4) Integer> history) {
        NGramModel model = NGramModel.fit(
                order, numbers.stream().map(NGramModelTest::words).toList());
        List<String> context = words(history);
        double sum = model.vocabulary().stream()
                .mapToDouble(token -> model.probability(context, token))
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    private static List<String> words(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }

    @Test
    void samplesFollowProbabilities() {
        NGramModel model = NGramModel.fit(2, TEXT);
        Random random = new Random(2);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 40_000; i++) {
            counts.merge(model.draw(List.of("a"), random), 1, Integer::sum);
        }
        for (String token : model.vocabulary()) {
            assertThat(counts.getOrDefault(token, 0) / 40_000.0)
                    .isCloseTo(model.probability(List.of("a"), token), within(0.01));
        }
    }

    @Test
    void higherOrderHasLowerPerplexity() {
        String poem =
                "the cat sat on the mat and the dog sat on the log and the cat saw the dog and the dog saw the cat";
        List<List<String>> letters = Collections.nCopies(5, List.of(poem.split("")));
        NGramModel one = NGramModel.fit(1, letters);
        NGramModel five = NGramModel.fit(5, letters);
        assertThat(one.perplexity(letters))
                .isBetween(8.0, (double) one.vocabulary().size());
        assertThat(five.perplexity(letters)).isLessThan(2);
        assertThat(shareOfWords(poem, five)).isGreaterThan(0.8);
        assertThat(shareOfWords(poem, one)).isLessThan(0.4);
        assertThat(five.write(60, new Random(4)))
                .isEqualTo(five.write(60, new Random(4)))
                .hasSizeLessThanOrEqualTo(60);
        assertThat(five.write(0, new Random(4))).isEmpty();
        assertThat(five.perplexity(List.of(List.of("x", "y")))).isFinite().isGreaterThan(10);
    }

    /** Returns the fraction of words in thirty generated texts that occur in the poem. */
    private static double shareOfWords(String poem, NGramModel model) {
        Random random = new Random(4);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            words.addAll(List.of(String.join("", model.write(60, random)).split(" ")));
        }
        return (double) words.stream()
                        .filter(List.of(poem.split(" "))::contains)
                        .count()
                / words.size();
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NGramModel.fit(0, TEXT))
                .withMessage("NGramModel: expected at least 1 token of order, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NGramModel.fit(2, List.of()))
                .withMessage("NGramModel: expected at least 1 sentences, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NGramModel.fit(2, List.of(List.of("</s>"))))
                .withMessage("NGramModel: expected text without special tokens, but was </s>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NGramModel.fit(2, TEXT).perplexity(List.of()))
                .withMessage("NGramModel.perplexity: expected at least 1 sentences, but was 0");
    }
}
