package quartet.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * A bag of embeddings for texts.
 *
 * <pre>{@code embedding -> mean over the tokens that are not padding -> [hidden -> ReLU] ... -> output}</pre>
 *
 * The mean of a text without tokens is 0.
 *
 * @param vocabulary number of token ids, including padding and unknown
 * @param length tokens of a text, including padding
 * @param dimension of an embedding
 * @param hidden widths of the dense layers; without any, the network is linear in the token frequencies
 * @param classes number of classes
 */
public record TextSpec(int vocabulary, int length, int dimension, List<Integer> hidden, int classes)
        implements ModelSpec {

    public TextSpec {
        hidden = List.copyOf(hidden);
        Dimensions.check("TextSpec", vocabulary, length, dimension, classes);
        hidden.forEach(width -> Dimensions.check("TextSpec", width));
    }

    /** Returns the strict specification for texts: embeddings of 64 numbers, then a dense layer of 32. */
    public static TextSpec forData(PreparedData data) {
        int length = data.train().features().asTokens().length();
        return new TextSpec(
                data.vocabulary(), length, 64, List.of(32), data.classes().size());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.textClassifier(this);
    }

    @Override
    public int outputs() {
        return classes;
    }

    @Override
    public TextSpec withWidth(double factor) {
        return new TextSpec(
                vocabulary, length, Dimensions.scale(dimension, factor), Dimensions.scale(hidden, factor), classes);
    }

    @Override
    public Map<String, int[]> parameterShapes() {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("embedding.weight", new int[] {vocabulary, dimension});
        int width = dimension;
        for (int i = 0; i < hidden.size(); i++) {
            Dimensions.dense(shapes, "hidden" + (i + 1), width, hidden.get(i));
            width = hidden.get(i);
        }
        Dimensions.dense(shapes, "output", width, classes);
        return shapes;
    }

    @Override
    public void check(Features features) {
        if (!(features instanceof Features.Tokens tokens && tokens.length() == length)) {
            throw new IllegalArgumentException(
                    "Features: expected token ids [batch, " + length + "], but was " + Dimensions.describe(features));
        }
        for (int id : tokens.ids()) {
            if (id < 0 || id >= vocabulary) {
                throw new IllegalArgumentException(
                        "Features: expected token ids in [0, " + vocabulary + "), but was " + id);
            }
        }
    }

    @Override
    public Features zeros(int rows) {
        return new Features.Tokens(rows, length, new int[rows * length]);
    }
}
