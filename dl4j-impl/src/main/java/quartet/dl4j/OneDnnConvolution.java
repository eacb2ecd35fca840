package quartet.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Deeplearning4j's convolution layer, computed by oneDNN if ND4J's native library contains it.
 *
 * <p>Deeplearning4j 1.0.0-M2.1 has a helper for oneDNN, {@link MKLDNNConvHelper}, but never uses it. Its check for
 * oneDNN tests for a class by its name in an earlier release, and fails. The layer then copies each window of the
 * image into a matrix (im2col) and multiplies. This class sets the helper itself.
 *
 * <p>The artifacts of nd4j-native with a classifier such as {@code linux-x86_64-onednn} contain oneDNN. With any other
 * artifact this layer is an ordinary convolution layer, because the helper without oneDNN is slower than im2col.
 * {@code SD_FORBID_HELPERS=1} in the environment switches the helper off.
 */
public final class OneDnnConvolution extends org.deeplearning4j.nn.conf.layers.ConvolutionLayer {

    /** Creates a layer for reading a network from JSON. */
    private OneDnnConvolution() {}

    /** Creates a layer with the builder's settings. */
    public OneDnnConvolution(Builder builder) {
        super(builder);
    }

    /** Returns whether ND4J's native library contains oneDNN and may use it. */
    public static boolean isAvailable() {
        return Nd4j.getEnvironment().helpersAllowed()
                && NativeOpsHolder.getInstance()
                        .getDeviceNativeOps()
                        .buildInfo()
                        .contains("HAVE_ONEDNN");
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType dataType) {
        Convolution layer = new Convolution(configuration, dataType);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(configuration, parameters, initialize));
        layer.setConf(configuration);
        return layer;
    }

    private static final class Convolution extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
        Convolution(NeuralNetConfiguration configuration, DataType dataType) {
            super(configuration, dataType);
            if (isAvailable()) {
                helper = new MKLDNNConvHelper(dataType);
            }
        }
    }
}
