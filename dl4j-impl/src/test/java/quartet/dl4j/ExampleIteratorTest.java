package quartet.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Targets;

class ExampleIteratorTest {
    private static final int ROWS = 7;
    private static final Examples IMAGES = images();
    private static final Examples TEXTS = texts();

    @Test
    void inOrderKeepsTheOrderOfTheDataSet() {
        ExampleIterator batches = ExampleIterator.inOrder(IMAGES, 3);
        assertThat(batches.batches()).isEqualTo(3);
        for (int epoch = 0; epoch < 2; epoch++) {
            assertThat(labelsOfAnEpoch(batches)).containsExactly(0, 1, 2, 3, 4, 5, 6);
            batches.reset();
        }
    }

    @Test
    void shuffledDiffersByEpochAndSeedAndRepeatsForTheSameSeed() {
        ExampleIterator batches = ExampleIterator.shuffled(IMAGES, 3, 1);
        List<Integer> first = labelsOfAnEpoch(batches);
        batches.reset();
        List<Integer> second = labelsOfAnEpoch(batches);
        assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6).isNotEqualTo(second);
        assertThat(second).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        assertThat(labelsOfAnEpoch(ExampleIterator.shuffled(IMAGES, 3, 1))).isEqualTo(first);
        assertThat(labelsOfAnEpoch(ExampleIterator.shuffled(IMAGES, 3, 5))).isNotEqualTo(first);
    }

    @Test
    void shuffledKeepsFeaturesMaskAndLabelOfARowTogether() {
        for (Examples examples : List.of(IMAGES, TEXTS)) {
            ExampleIterator batches = ExampleIterator.shuffled(examples, 2, 3);
            for (int epoch = 0; epoch < 3; epoch++) {
                assertThat(labelsOfAnEpoch(batches)).hasSize(ROWS);
                batches.reset();
            }
        }
    }

    /** The labels in order. Row r of the data has features and a mask that tell r, and label r. */
    private static List<Integer> labelsOfAnEpoch(ExampleIterator batches) {
        List<Integer> labels = new ArrayList<>();
        while (batches.hasNext()) {
            DataSet batch = batches.next();
            for (int row = 0; row < batch.numExamples(); row++) {
                int label = batch.getLabels().getRow(row).argMax().getInt();
                assertThat(batch.getFeatures().slice(row).meanNumber().doubleValue())
                        .isEqualTo(label);
                if (batch.hasMaskArrays()) {
                    assertThat(batch.getFeaturesMaskArray()
                                    .getRow(row)
                                    .sumNumber()
                                    .intValue())
                            .isEqualTo(label);
                }
                labels.add(label);
            }
        }
        return labels;
    }

    /** Images [7, 2, 3, 4]; each pixel of image r is r. */
    private static Examples images() {
        float[] pixels = new float[ROWS * 24];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.floorDiv(i, 24);
        }
        return new Examples(new Features.Values(new int[] {ROWS, 2, 3, 4}, pixels), labels());
    }

    /** Texts [7, 7]; text r has r tokens with id 7, so that the mean is r. */
    private static Examples texts() {
        int[] ids = new int[ROWS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int t = 0; t < row; t++) {
                ids[row * ROWS + t] = ROWS;
            }
        }
        return new Examples(new Features.Tokens(ROWS, ROWS, ids), labels());
    }

    private static Targets labels() {
        return new Targets.Classes(new int[] {0, 1, 2, 3, 4, 5, 6}, ROWS);
    }
}
