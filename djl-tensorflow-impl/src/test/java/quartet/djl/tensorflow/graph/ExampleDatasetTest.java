package quartet.djl.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Targets;

final class ExampleDatasetTest {
    private static final int ROWS = 23;

    @Test
    void anEpochHasEveryRowOnceWithItsTarget() {
        for (ExampleDataset dataset :
                List.of(ExampleDataset.shuffled(examples(), 5), ExampleDataset.inOrder(examples(), 5))) {
            assertThat(rows(dataset)).containsExactlyInAnyOrderElementsOf(inOrder());
        }
        assertThat(rows(ExampleDataset.inOrder(examples(), 5))).isEqualTo(inOrder());
    }

    @Test
    void theSeedDeterminesTheOrderWhichChangesInEachEpoch() {
        ExampleDataset dataset = ExampleDataset.shuffled(examples(), 5);
        Engine.getInstance().setRandomSeed(3);
        List<Integer> first = rows(dataset);
        assertThat(rows(dataset)).isNotEqualTo(first);
        Engine.getInstance().setRandomSeed(3);
        assertThat(rows(dataset)).isEqualTo(first);
    }

    @Test
    void imagesHaveTheirChannelsLast() {
        float[] image = {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60};
        Features images = new Features.Values(new int[] {1, 2, 2, 3}, image);
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray array = new ExampleArrays().features(manager, images);
            assertThat(array.getShape()).isEqualTo(new Shape(1, 2, 3, 2));
            assertThat(array.toFloatArray()).containsExactly(1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60);
        }
    }

    /** The rows of one epoch, each checked against its target, in batches of 5 with the rest in the last. */
    private static List<Integer> rows(ExampleDataset dataset) {
        List<Integer> rows = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager()) {
            for (Batch batch : dataset.getData(manager)) {
                try (batch) {
                    int[] labels = batch.getLabels().singletonOrThrow().toIntArray();
                    float[] features = batch.getData().singletonOrThrow().toFloatArray();
                    for (int i = 0; i < labels.length; i++) {
                        assertThat(features[2 * i]).isEqualTo(labels[i]);
                        rows.add(labels[i]);
                    }
                    sizes.add(labels.length);
                }
            }
        }
        assertThat(sizes).containsExactly(5, 5, 5, 5, 3);
        return rows;
    }

    private static List<Integer> inOrder() {
        return IntStream.range(0, ROWS).boxed().toList();
    }

    private static Examples examples() {
        int[] labels = IntStream.range(0, ROWS).toArray();
        float[] features = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            features[2 * row] = row;
        }
        return new Examples(new Features.Values(new int[] {ROWS, 2}, features), new Targets.Classes(labels, ROWS));
    }
}
