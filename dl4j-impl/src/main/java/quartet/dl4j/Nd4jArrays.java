package quartet.dl4j;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Targets;
import quartet.datasets.Vocabulary;

/**
 * Copies rows of a data set into ND4J arrays, which are outside the Java heap.
 *
 * <p>Tables are [rows, columns] and images [rows, channels, height, width], both float32. Texts are token ids [rows,
 * length], int32, with a mask [rows, length] that is 1 for a token and 0 for padding. Classes become one-hot rows
 * [rows, classes], and numbers become a column [rows, 1].
 */
public final class Nd4jArrays {
    private Nd4jArrays() {}

    /** Returns features and labels for {@code fit} and {@code evaluate}. */
    public static DataSet dataSet(Examples examples) {
        DataSet dataSet = dataSet(examples.features());
        dataSet.setLabels(labels(examples.targets()));
        return dataSet;
    }

    /** Returns features without labels for {@code output}. */
    public static DataSet dataSet(Features features) {
        if (features instanceof Features.Tokens tokens) {
            long[] shape = {tokens.rows(), tokens.length()};
            return new DataSet(Nd4j.create(tokens.ids(), shape, DataType.INT32), null, mask(tokens), null);
        }
        Features.Values values = features.asValues();
        long[] shape = Arrays.stream(values.shape()).asLongStream().toArray();
        return new DataSet(Nd4j.create(values.data(), shape, 'c'), null);
    }

    private static INDArray mask(Features.Tokens tokens) {
        float[] mask = new float[tokens.ids().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = tokens.ids()[i] == Vocabulary.PADDING ? 0 : 1;
        }
        return Nd4j.create(mask, new long[] {tokens.rows(), tokens.length()}, 'c');
    }

    private static INDArray labels(Targets targets) {
        if (targets instanceof Targets.Classes classes) {
            float[] oneHot = new float[classes.rows() * classes.classes()];
            for (int row = 0; row < classes.rows(); row++) {
                oneHot[row * classes.classes() + classes.labels()[row]] = 1;
            }
            return Nd4j.create(oneHot, new long[] {classes.rows(), classes.classes()}, 'c');
        }
        float[] values = targets.asValues().values();
        return Nd4j.create(values, new long[] {values.length, 1}, 'c');
    }
}
