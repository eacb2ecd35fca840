package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quartet.datasets.format.Images;

class ImageDataTest {
    @Test
    void standardizesEachChannelWithTheTrainingImages() {
        // Channel 0 of the training image: 1 and 3 (mean 2, deviation 1); channel 1: 10 and 30 (mean 20, deviation 10).
        Images training = new Images(2, 1, 2, new byte[] {1, 3, 10, 30});
        Images test = new Images(2, 1, 2, new byte[] {2, (byte) 255, 20, 0, 0, 0, 0, 100});
        Features.Values values = ImageData.standardize(test, ImageData.recipe(training, List.of()));
        assertThat(values.shape()).containsExactly(2, 2, 1, 2);
        assertThat(values.data()).containsExactly(0, 253, 0, -2, -2, -2, -2, 8);
    }

    @Test
    void imagesOfASingleBrightnessLevelBecomeZero() {
        Images grey = new Images(1, 1, 2, new byte[] {7, 7});
        assertThat(ImageData.standardize(grey, ImageData.recipe(grey, List.of()))
                        .data())
                .containsExactly(0, 0);
    }

    @Test
    void fashionMnistMiniHasTheSplitOfItsFiles() {
        PreparedData data = Datasets.load("fashion-mnist-mini", 42);
        assertThat(data.train().features().asValues().shape()).containsExactly(2_000, 1, 28, 28);
        assertThat(data.test().features().asValues().shape()).containsExactly(500, 1, 28, 28);
        // The first training image of Fashion-MNIST is an ankle boot, then two T-shirts (its paper, figure 1).
        int[] labels = data.train().targets().asClasses().labels();
        assertThat(Arrays.stream(labels, 0, 3).mapToObj(data.classes()::get))
                .containsExactly("Ankle boot", "T-shirt/top", "T-shirt/top");
        assertThat(data.vocabulary()).isZero();
    }

    @Test
    void trainingPixelsHaveMeanZeroAndVarianceOne() {
        Features.Values train = Datasets.load("digits", 42).train().features().asValues();
        // A fifth, rounded, of the 178, 182, 177, 183, 181, 182, 181, 179, 174 and 180 images of the classes is tested.
        assertThat(train.shape()).containsExactly(1_797 - 359, 1, 8, 8);
        double squares = IntStream.range(0, train.data().length)
                .mapToDouble(i -> (double) train.data()[i] * train.data()[i])
                .sum();
        assertThat(squares / train.data().length).isCloseTo(1, within(1e-5));
    }
}
