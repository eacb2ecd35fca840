package quartet.scratch.nn.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.nn.Golden;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.image.Conv2d;
import quartet.scratch.nn.image.Padding;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

/** Convolutions, upsampling and pooling against PyTorch, in float32 and float64, outputs and all gradients. */
class ConvolutionGoldenTest {
    private static final ConvolutionSettings NONE = ConvolutionSettings.none();
    private static final Golden GOLDEN = new Golden("convolution");

    private record Case(String name, Function<Backend, Layer> layer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "stride",
                        b -> new Convolution2d("c", 3, 4, 3, NONE.stride(2).padding(1), b)),
                new Case(
                        "dilation",
                        b -> new Convolution2d("c", 2, 3, 3, NONE.padding(2).dilation(2), b)),
                new Case("groups", b -> new Convolution2d("c", 4, 6, 3, NONE.groups(2), b)),
                new Case(
                        "depthwise",
                        b -> new Convolution2d(
                                "c",
                                3,
                                3,
                                2,
                                NONE.stride(3).dilation(2).padding(1).groups(3),
                                b)),
                new Case(
                        "sequence",
                        b -> new Convolution1d("c", 3, 4, 3, NONE.stride(2).padding(1), b)),
                new Case(
                        "transposed",
                        b -> new TransposedConvolution2d(
                                "c", 3, 2, 3, NONE.stride(2).padding(1), b)),
                new Case(
                        "transposedGroups",
                        b -> new TransposedConvolution2d(
                                "c", 4, 6, 2, NONE.stride(3).dilation(2).groups(2), b)),
                new Case("nearest", b -> new Upsample2d(3, Upsample2d.Mode.NEAREST)),
                new Case("bilinear", b -> new Upsample2d(2, Upsample2d.Mode.BILINEAR)),
                new Case("global", b -> new GlobalAveragePool()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithPyTorch(Case c) {
        for (Precision precision : Precision.values()) {
            Layer layer = c.layer().apply(new Backend(new ScalarKernels(), precision));
            if (!layer.parameters().isEmpty()) {
                GOLDEN.copyTo(layer.parameters(), List.of(c.name() + ".w", c.name() + ".b"));
            }
            GOLDEN.assertEquals(c.name() + ".y", layer.forward(GOLDEN.get(c.name() + ".x", precision), true));
            GOLDEN.assertEquals(c.name() + ".dx", layer.backward(GOLDEN.get(c.name() + ".dy", precision)));
            for (int i = 0; i < layer.parameters().size(); i++) {
                String name = c.name() + (i == 0 ? ".dw" : ".db");
                GOLDEN.assertEquals(name, layer.parameters().get(i).gradient());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreThoseOfCentralDifferences(Case c) {
        Layer layer = GradientCheck.randomized(c.layer().apply(Backend.reference()), 3);
        Tensor all = GOLDEN.get(c.name() + ".x");
        int[] shape = all.shape();
        shape[0] = 1;
        Tensor one = DoubleTensor.zeros(shape);
        one.copyRange(0, all, 0, one.size());
        GradientCheck.ofLayer(layer, one);
    }

    @Test
    void isTheFastConvolutionAtStrideOne() {
        Layer general = GradientCheck.randomized(new Convolution2d("c", 2, 3, 3, NONE.padding(1)), 3);
        Layer fast = GradientCheck.randomized(new Conv2d("c", 2, 3, 3, Padding.SAME), 3);
        Tensor x = Golden.convert(GradientCheck.random(1, 1, 2, 2, 5, 4), Precision.FLOAT32);
        Golden.assertClose("y", general.forward(x, true), fast.forward(x, true));
        Tensor dy = Golden.convert(GradientCheck.random(2, 1, 2, 3, 5, 4), Precision.FLOAT32);
        Golden.assertClose("dx", general.backward(dy), fast.backward(dy));
        for (int i = 0; i < 2; i++) {
            Golden.assertClose(
                    "parameter",
                    general.parameters().get(i).gradient(),
                    fast.parameters().get(i).gradient());
        }
    }

    @Test
    void aKernelOfTwiceTheStrideDoublesAnImage() {
        Layer up = new TransposedConvolution2d("t", 1, 1, 4, NONE.stride(2).padding(1));
        assertThat(up.forward(Precision.FLOAT32.zeros(1, 1, 4, 7), true).shape())
                .containsExactly(1, 1, 8, 14);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> new Convolution2d("c", 3, 4, 3, NONE.groups(2)))
                .hasMessage("c: expected multiples of 2 channels, one for each group, but was 3 inputs and 4 outputs");
        assertThatThrownBy(() ->
                        new Convolution2d("c", 2, 4, 3, NONE.dilation(3)).forward(DoubleTensor.zeros(1, 2, 9, 6), true))
                .hasMessage("c: expected images of at least 7 x 7 pixels, but was [1, 2, 9, 6]");
        assertThatThrownBy(() -> new Convolution1d("c", 2, 4, 3, NONE).forward(DoubleTensor.zeros(1, 2, 9, 6), true))
                .hasMessage("c: expected signals [batch, 2, length], but was [1, 2, 9, 6]");
        assertThatThrownBy(() -> new TransposedConvolution2d("t", 1, 1, 1, NONE.padding(1))
                        .forward(DoubleTensor.zeros(1, 1, 2, 2), true))
                .hasMessageContaining("larger than the padding removes");
        assertThatThrownBy(() -> NONE.stride(0)).hasMessage("ConvolutionSettings: expected stride > 0, but was 0");
        assertThatThrownBy(() -> new GlobalAveragePool().backward(DoubleTensor.zeros(1, 1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
