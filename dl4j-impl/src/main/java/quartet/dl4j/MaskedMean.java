package quartet.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The mean over the time steps whose mask is 1, or 0 if there is none.
 *
 * <pre>{@code y = sum over t of x_t mask_t / max(1, sum over t of mask_t)}</pre>
 *
 * Shapes: x [batch, dimension, time], mask [batch, time], y [batch, dimension]. Deeplearning4j's own average is 0 / 0
 * if no mask is 1. This layer uses Deeplearning4j's sum with the weights mask_t / max(1, sum of mask), forward and
 * backward.
 */
public final class MaskedMean extends GlobalPoolingLayer {

    /** Creates a layer. It has no settings, because the data determines the dimensions. */
    public MaskedMean() {
        super(PoolingType.SUM);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType dataType) {
        Layer layer = new WeightedSum(configuration, dataType);
        layer.setIndex(index);
        return layer;
    }

    private static final class WeightedSum extends org.deeplearning4j.nn.layers.pooling.GlobalPoolingLayer {
        WeightedSum(NeuralNetConfiguration configuration, DataType dataType) {
            super(configuration, dataType);
        }

        @Override
        public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int rows) {
            INDArray counts = Transforms.max(mask.sum(true, 1), 1, false);
            return super.feedForwardMaskArray(mask.divColumnVector(counts), state, rows);
        }
    }
}
