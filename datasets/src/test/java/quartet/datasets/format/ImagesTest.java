package quartet.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;

class ImagesTest {
    /** Two images of two channels of one row and two columns. */
    private static final Images IMAGES = new Images(2, 1, 2, new byte[] {1, 2, (byte) 255, 4, 5, 1, 7, (byte) 255});

    @Test
    void selectsRowsInTheGivenOrder() {
        Images selected = IMAGES.select(new int[] {1, 0, 1});
        assertThat(selected.rows()).isEqualTo(3);
        assertThat(selected.pixels()).containsExactly(5, 1, 7, -1, 1, 2, -1, 4, 5, 1, 7, -1);
    }

    @Test
    void countsTheLevelsOfOneChannel() {
        assertThat(IMAGES.histogram(0)).hasSize(Images.LEVELS).contains(2, Index.atIndex(1));
        long[] second = IMAGES.histogram(1);
        assertThat(new long[] {second[4], second[7], second[255], second[1]}).containsExactly(1, 1, 2, 0);
    }

    @Test
    void refusesAPartOfAnImage() {
        assertThatThrownBy(() -> new Images(1, 2, 2, new byte[5]))
                .hasMessage("Images: expected whole images [1, 2, 2], but got 5 pixels");
    }

    @Test
    void refusesImagesWithoutTheirLabels() {
        assertThatThrownBy(() -> new LabelledImages(IMAGES, new int[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LabelledImages: expected a label for each of 2 images, but got 3 labels");
    }
}
