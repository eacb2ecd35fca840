package quartet.scratch.nn.image;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Fusible;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.ElementwiseLayer;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.tensor.Tensor;

/**
 * A layer on images [batch, channels, height, width] that computes with the channels last: all numbers of a pixel are
 * then adjacent, and one vector instruction processes several channels for images of any size.
 *
 * <p>A single layer changes the order of the axes before its computation and back afterwards. In a {@link Sequential},
 * consecutive image layers and elementwise layers change it only once in each direction.
 */
abstract class ImageLayer implements Fusible {
    private final String name;
    private final Kernels kernels;
    private final Layer alone;

    /**
     * Creates a layer.
     *
     * @param channelsLast its form without a successor
     */
    ImageLayer(String name, Layer channelsLast, Kernels kernels) {
        this.name = name;
        this.kernels = kernels;
        this.alone = between(name, List.of(channelsLast), name);
    }

    /**
     * Returns the form for channels-last images of this layer, together with those successors that it can be joined
     * to.
     */
    abstract Fusion channelsLast(List<Layer> chain);

    @Override
    public final Fusion fuse(List<Layer> chain) {
        Require.notNull(name, "chain", chain);
        List<Layer> forms = new ArrayList<>();
        String last = name;
        int next = 0;
        while (next < chain.size()) {
            Layer layer = chain.get(next);
            if (layer instanceof ImageLayer image) {
                Fusion fusion = image.channelsLast(chain.subList(next, chain.size()));
                forms.add(fusion.layer());
                last = image.name;
                next += fusion.length();
            } else if (layer instanceof Relu || layer instanceof ElementwiseLayer) {
                forms.add(layer);
                next++;
            } else {
                break;
            }
        }
        return new Fusion(between(name, forms, last), next);
    }

    private Sequential between(String first, List<Layer> forms, String last) {
        List<Layer> layers = new ArrayList<>();
        layers.add(ChannelOrder.last(first, kernels));
        layers.addAll(forms);
        layers.add(ChannelOrder.first(last, kernels));
        return new Sequential(layers);
    }

    @Override
    public final Tensor forward(Tensor input, boolean training) {
        return alone.forward(Require.notNull(name, "input", input), training);
    }

    @Override
    public final Tensor backward(Tensor outputGradient) {
        return alone.backward(Require.notNull(name, "output gradient", outputGradient));
    }

    @Override
    public final void backwardParameters(Tensor outputGradient) {
        alone.backwardParameters(Require.notNull(name, "output gradient", outputGradient));
    }
}
