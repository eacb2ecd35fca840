package quartet.datasets.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.datasets.DatasetException;
import quartet.datasets.Features;
import quartet.datasets.Kind;
import quartet.datasets.raw.ImageFile;
import quartet.datasets.raw.RawImage;
import quartet.datasets.rows.ReadRows;
import quartet.datasets.rows.RowReader;

/** Folders and files of images that nobody prepared. */
class HostileImagesTest {
    private final Path folder;

    HostileImagesTest(@TempDir Path folder) {
        this.folder = folder.resolve("pictures");
    }

    /** Two classes of grey images, nested once. */
    @BeforeEach
    void writeOrdinaryImages() throws IOException {
        for (int i = 0; i < 12; i++) {
            String name = i % 2 == 0 ? "cats/" : "dogs/deep/er/";
            HostileImages.write(folder.resolve(name + i + ".png"), "png", HostileImages.grey(16, i));
        }
    }

    private OwnData load(int size) {
        OwnSource source = new OwnSource(folder.toString(), "", "", "", "", false, size);
        return OwnData.load(Kind.IMAGES, source, 42);
    }

    private RawImage read(String name) throws IOException {
        return ImageFile.read(folder.resolve(name));
    }

    @Test
    void greyPixelsKeepTheirNumbers() throws IOException {
        RawImage image = read("cats/4.png");
        assertThat(image.channels()).isEqualTo(1);
        for (int i = 0; i < 256; i++) {
            assertThat(image.pixels()[i]).isEqualTo((byte) (4 * 7 + i));
        }
        assertThat(image.resized(16, 16).pixels()).isEqualTo(image.pixels());
        assertThat(load(16).data().train().features().asValues().shape()).containsExactly(10, 1, 16, 16);
    }

    @Test
    void brokenFilesAreNamedAndLeftOut() throws IOException {
        byte[] jpeg = HostileImages.bytes("jpeg", HostileImages.picture(64, 64, BufferedImage.TYPE_INT_RGB));
        Files.write(folder.resolve("cats/cut.jpg"), Arrays.copyOf(jpeg, jpeg.length * 2 / 3));
        Files.write(folder.resolve("dogs/empty.png"), new byte[0]);
        Files.writeString(folder.resolve("dogs/notes.txt"), "no image");
        Files.writeString(folder.resolve("dogs/.hidden"), "ignored");
        Files.writeString(folder.resolve("beside.txt"), "no class");
        OwnData own = load(0);
        assertThat(own.data().train().features().asValues().shape()).containsExactly(10, 1, 32, 32);
        assertThat(own.data().classes()).containsExactly("cats", "dogs");
        assertThat(HostileTablesTest.text(own))
                .contains("left out: cats/cut.jpg".replace('/', File.separatorChar))
                .contains("not a PNG, JPEG, GIF or BMP image", "left out: 1 files beside the class folders")
                .doesNotContain("hidden");
    }

    @Test
    void greyAndColourMixBecomeColour() throws IOException {
        for (int i = 0; i < 10; i++) {
            BufferedImage red = new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB);
            red.setRGB(3, 3 + i, Color.RED.getRGB());
            HostileImages.write(folder.resolve("cats/red" + i + ".png"), "png", red);
        }
        assertThat(load(0).data().train().features().asValues().shape()).containsExactly(18, 3, 32, 32);
    }

    @Test
    void sixteenBitsAndTransparencyAreRead() throws IOException {
        BufferedImage deep = new BufferedImage(10, 10, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(2, 1, 0, 0x8034);
        HostileImages.write(folder.resolve("cats/deep.png"), "png", deep);
        assertThat(Byte.toUnsignedInt(read("cats/deep.png").pixels()[12])).isEqualTo(0x80);
        BufferedImage clear = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
        HostileImages.write(folder.resolve("cats/clear.png"), "png", clear);
        assertThat(read("cats/clear.png").pixels()).containsOnly((byte) 255);
    }

    @Test
    void coloursOfPrintAreRead() throws IOException {
        HostileImages.writeFourChannels(folder.resolve("cats/print.jpg"));
        RawImage image = read("cats/print.jpg");
        assertThat(image.channels()).isEqualTo(3);
        assertThat(image.width()).isEqualTo(20);
        assertThat(level(image, 0)).as("red").isGreaterThan(180);
        assertThat(level(image, 200)).as("green").isLessThan(80);
        assertThat(level(image, 400)).as("blue").isLessThan(80);
    }

    private static int level(RawImage image, int index) {
        return Byte.toUnsignedInt(image.pixels()[index]);
    }

    @Test
    void ofAnAnimationTheFirstPictureIsRead() throws IOException {
        HostileImages.writeAnimation(folder.resolve("cats/moving.gif"));
        assertThat(read("cats/moving.gif").pixels()).containsOnly((byte) 0);
    }

    @Test
    void photographsAreTurnedUpright() throws IOException {
        BufferedImage picture = HostileImages.picture(40, 20, BufferedImage.TYPE_BYTE_GRAY);
        byte[] jpeg = HostileImages.bytes("jpeg", picture);
        // Where the white half is, by the orientation that is noted: rows from the top, columns from the left.
        boolean[] whiteAtTop = {true, true, false, false};
        for (int orientation = 1; orientation <= 8; orientation++) {
            Path file = folder.resolve("cats/turned.jpg");
            Files.write(file, HostileImages.withOrientation(jpeg, orientation));
            RawImage image = ImageFile.read(file);
            boolean exchanged = orientation >= 5;
            assertThat(image.height()).as("%d", orientation).isEqualTo(exchanged ? 40 : 20);
            // 5 and 8 have the top of the file at the left, 6 and 7 at the right.
            boolean white = exchanged ? orientation == 5 || orientation == 8 : whiteAtTop[orientation - 1];
            int first = level(image, 0);
            assertThat(first > 128).as("%d", orientation).isEqualTo(white);
        }
    }

    @Test
    void aTrainedRecipeReadsTheSameFeatures() {
        OwnData own = load(16);
        ReadRows all = RowReader.read(own.recipe(), folder);
        assertThat(all.places()).hasSize(12);
        float[] expected = own.data().test().features().asValues().data();
        Features.Values raw = all.features().asValues();
        int found = 0;
        for (int row = 0; row < 12; row++) {
            float[] one = raw.select(new int[] {row}, 0, 1).data();
            for (int test = 0; test < own.data().test().rows(); test++) {
                found += Arrays.equals(one, Arrays.copyOfRange(expected, test * 256, (test + 1) * 256)) ? 1 : 0;
            }
        }
        assertThat(found).isEqualTo(own.data().test().rows());
    }

    @Test
    void foldersThatAreNoClassesAreRefused() throws IOException {
        Path parts = folder.resolve("../parts").normalize();
        HostileImages.write(parts.resolve("train/cats/1.png"), "png", HostileImages.grey(8, 1));
        HostileImages.write(parts.resolve("test/cats/1.png"), "png", HostileImages.grey(8, 1));
        OwnSource source = new OwnSource(parts.toString(), "", "", "", "", false, 0);
        assertThatThrownBy(() -> OwnData.load(Kind.IMAGES, source, 1))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("name them one by one: --data");
        OwnSource none = new OwnSource(folder.resolve("cats").toString(), "", "", "", "", false, 0);
        assertThatThrownBy(() -> OwnData.load(Kind.IMAGES, none, 1)).hasMessageContaining("no subfolders with files");
        OwnSource absent = new OwnSource(folder.resolve("nowhere").toString(), "", "", "", "", false, 0);
        assertThatThrownBy(() -> OwnData.load(Kind.IMAGES, absent, 1)).hasMessageContaining("there is no folder");
    }
}
