package quartet.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class OneDnnConvolutionTest {
    private static final ConvolutionLayer.Builder CONVOLUTION = new ConvolutionLayer.Builder(3, 3)
            .nOut(5)
            .convolutionMode(ConvolutionMode.Same)
            .activation(Activation.RELU);

    @Test
    void computesWhatTheOrdinaryLayerComputes() {
        MultiLayerNetwork ordinary = network(CONVOLUTION.build());
        MultiLayerNetwork oneDnn = network(new OneDnnConvolution(CONVOLUTION));
        INDArray images = Nd4j.rand(4, 2, 7, 9);
        INDArray labels = Nd4j.eye(4).castTo(images.dataType());

        assertClose(oneDnn.output(images), ordinary.output(images));
        Gradient expected =
                ordinary.calculateGradients(images, labels, null, null).getFirst();
        Gradient actual = oneDnn.calculateGradients(images, labels, null, null).getFirst();
        assertThat(expected.gradientForVariable()).containsOnlyKeys("0_W", "0_b", "1_W", "1_b");
        for (String name : expected.gradientForVariable().keySet()) {
            assertClose(actual.getGradientFor(name), expected.getGradientFor(name));
        }
    }

    @Test
    void usesOneDnnExactlyWhereTheNativeLibraryContainsIt() {
        assertThat(network(CONVOLUTION.build()).getLayer(0).getHelper()).isNull();
        boolean used = network(new OneDnnConvolution(CONVOLUTION)).getLayer(0).getHelper() instanceof MKLDNNConvHelper;
        assertThat(used).isEqualTo(OneDnnConvolution.isAvailable());
    }

    private static MultiLayerNetwork network(ConvolutionLayer convolution) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(3)
                .list()
                .layer(convolution)
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(4)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(7, 9, 2))
                .build());
        network.init();
        return network;
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        float[] actualValues = actual.dup('c').data().asFloat();
        float[] expectedValues = expected.dup('c').data().asFloat();
        for (int i = 0; i < expectedValues.length; i++) {
            assertThat(actualValues[i]).isCloseTo(expectedValues[i], within(1e-5f));
        }
    }
}
